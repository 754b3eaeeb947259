import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import type { ArticleInput } from '@/lib/articles/input'
import { insertArticles } from '@/lib/articles/mutations'
import { loadDemo } from '@/lib/demo/load'
import { readDemoNewsroom } from '@/lib/demo/newsroom'
import { transact } from '@/lib/invalidation'
import { plainText } from '@/lib/markup/plain-text'
import { CategoryTree } from '@/lib/taxonomy/category-tree'
import { articleInput } from '@/lib/testing/article-input'
import { testDatabase } from '@/lib/testing/test-database'
import { findArticles } from './queries'
import { parseQuery } from './query'
import { readWords } from './words'

// What readers would type, and the article they would want, in three languages: bench/search-pairs. The demo newsroom stands
// among 2,000 other articles that are made of its own sentences, so that its words are as common as in a real archive.

const shared = testDatabase()
const LANGUAGES = ['ar', 'en', 'fa']
const OTHERS = 2_000
const FIRST_PAGE = 10
const now = new Date('2026-11-24T12:00:00Z')
const site = { timeZone: 'UTC', categories: new CategoryTree([]) }

beforeAll(async () => {
  const { db } = shared
  await loadDemo(db, readDemoNewsroom(), now)
  const articles = await db.article.findMany({
    where: { kind: 'ARTICLE' },
    select: { locale: true, body: true, bylines: { select: { authorId: true } }, tags: { select: { tagId: true } } },
    orderBy: { slug: 'asc' },
  })
  const others = LANGUAGES.flatMap((locale, i) => {
    const ofLanguage = articles.filter((article) => article.locale === locale)
    const count = Math.floor(OTHERS / LANGUAGES.length) + (i < OTHERS % LANGUAGES.length ? 1 : 0)
    return otherArticles(locale, count, ofLanguage)
  })
  for (let i = 0; i < others.length; i += 50) {
    await transact(db, (tx) => insertArticles(tx, others.slice(i, i + 50), site))
  }
}, 300_000)

const pairsSchema = z.array(z.strictObject({ query: z.string(), slug: z.string() }))

test('of 200 pairs at least 95 in 100 have their article among the first ten', async () => {
  const pairs = LANGUAGES.flatMap((locale) =>
    pairsSchema.parse(JSON.parse(readFileSync(join('bench/search-pairs', `${locale}.json`), 'utf8'))),
  )
  const misses: string[] = []
  for (const { query, slug } of pairs) {
    const { id } = await shared.db.article.findFirstOrThrow({ where: { slug }, select: { id: true } })
    const { total, articleIds } = await findArticles(shared.db, parseQuery(query), 0, FIRST_PAGE)
    if (!articleIds.includes(id)) misses.push(`${query} → ${slug} (${total} found)`)
  }
  console.log(`${shared.provider}: ${pairs.length - misses.length} of ${pairs.length} pairs found`, misses)
  expect(pairs).toHaveLength(200)
  expect(misses.length / pairs.length).toBeLessThanOrEqual(0.05)
})

type Source = { body: string; bylines: { authorId: number }[]; tags: { tagId: number }[] }

/**
 * Articles of sentences drawn from all of `sources`. A word that only one of them has (its people, its figures) gives way to
 * one that several have: what a reader types to find that article would not stand in thirty others either.
 */
function otherArticles(locale: string, count: number, sources: Source[]): ArticleInput[] {
  const draw = drawer(locale.charCodeAt(0))
  const texts = sources.map(({ body }) => plainText(body))
  const articlesWith = new Map<string, number>()
  for (const text of texts) {
    const tokens = new Set(readWords(text).words.map(({ token }) => token))
    for (const token of tokens) articlesWith.set(token, (articlesWith.get(token) ?? 0) + 1)
  }
  const isShared = (word: string) => readWords(word).words.every(({ token }) => (articlesWith.get(token) ?? 0) > 1)
  const sentences = texts.flatMap((text) => text.split(/(?<=[.!?؟])\s+|\n/)).map((sentence) => sentence.split(/\s+/))
  const sharedWords = sentences.flat().filter((word) => readWords(word).words.length === 1 && isShared(word))
  const sentence = () => draw(sentences).map((word) => (isShared(word) ? word : draw(sharedWords)))
  const sentencesOf = (many: number) => Array.from({ length: many }, () => sentence().join(' ')).join(' ')
  return Array.from({ length: count }, (_, i) =>
    articleInput({
      slug: `other-${locale}-${i}`,
      locale,
      headline: sentencesOf(2).split(' ').slice(0, 8).join(' '),
      dek: sentencesOf(1),
      body: Array.from({ length: 6 }, () => `<p>${sentencesOf(4)}</p>`).join(''),
      publishedAt: new Date(now.getTime() - i * 3_600_000),
      authorIds: draw(sources).bylines.map(({ authorId }) => authorId),
      tagIds: draw(sources).tags.map(({ tagId }) => tagId),
    }),
  )
}

/** Draws from lists, the same way in every run (a linear congruential generator, the constants of Numerical Recipes). */
function drawer(seed: number) {
  let state = seed
  return <T>(list: T[]): T => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const drawn = list[Math.floor((state / 2 ** 32) * list.length)]
    if (drawn === undefined) throw new Error('nothing to draw from')
    return drawn
  }
}
