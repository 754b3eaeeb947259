import { expect, test } from 'vitest'
import { transact } from '@/lib/invalidation'
import { getSiteFacts } from '@/lib/site/facts'
import { addArticle, addArticles, articleInput } from '@/lib/testing/articles'
import { testDatabase } from '@/lib/testing/test-database'
import type { ArticleInput } from './input'
import { replaceArticle } from './mutations'
import { getArticle } from './queries'

const site = testDatabase()
const at = (day: number) => new Date(Date.UTC(2026, 10, day, 12))
const letters = (slug: string, day: number, over: Partial<ArticleInput> = {}) =>
  articleInput({ slug, headline: 'Letters', publishedAt: at(day), ...over })

async function namesakes(...slugs: string[]) {
  const facts = await getSiteFacts(site.db)
  const read = slugs.map(async (slug) => {
    const article = await getArticle(site.db, `/${slug}/`, facts, at(30))
    return article && 'namesake' in article ? article.namesake : null
  })
  return Promise.all(read)
}

async function write(id: number, input: ArticleInput): Promise<void> {
  const { categories } = await getSiteFacts(site.db)
  await transact(site.db, (tx) => replaceArticle(tx, id, input, { timeZone: 'UTC', categories }))
}

test('articles of one headline are told apart, whether they come together or one after the other', async () => {
  await addArticles(site.db, [letters('a', 1), letters('b', 2), letters('c', 2)])
  const draft = letters('d', 2, { status: 'DRAFT' })
  const id = await addArticle(site.db, draft)
  expect(await namesakes('a', 'b', 'c', 'd')).toEqual([0, 1, 2, null])
  await write(id, { ...draft, status: 'PUBLISHED' })
  expect(await namesakes('d')).toEqual([3])
  // What nobody changes of it stays, and so does what it is told by when the first is gone.
  await write(id, { ...draft, status: 'PUBLISHED', body: '<p>Other words.</p>' })
  expect(await namesakes('a', 'b', 'c', 'd')).toEqual([0, 1, 2, 3])
  await write(id, { ...draft, status: 'PUBLISHED', headline: 'Weather' })
  expect(await namesakes('d')).toEqual([0])
  await write(id, { ...draft, status: 'PUBLISHED', publishedAt: at(9) })
  expect(await namesakes('d')).toEqual([1])
})

test('a standing page is not taken for an article of its name', async () => {
  await addArticle(site.db, { slug: 'page', headline: 'About us', kind: 'PAGE' })
  await addArticle(site.db, { slug: 'about', headline: 'About us' })
  await addArticle(site.db, { slug: 'again', headline: 'About us', publishedAt: at(3) })
  expect(await namesakes('page', 'about', 'again')).toEqual([0, 0, 1])
})
