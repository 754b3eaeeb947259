import { beforeAll, expect, test } from 'vitest'
import { transact } from '@/lib/invalidation'
import { getSiteFacts } from '@/lib/site/facts'
import { addCategory } from '@/lib/taxonomy/mutations'
import { addArticles, articleInput } from '@/lib/testing/articles'
import { testDatabase } from '@/lib/testing/test-database'
import { getArticle } from './queries'
import { getSurroundings } from './surroundings-queries'

const site = testDatabase()
const now = new Date('2026-11-23T12:00:00Z')

/** Twelve in a section, a and b in a category below it. */
const SECTION = Array.from({ length: 12 }, (_, i) => `s${i + 1}`)

beforeAll(async () => {
  const ids = await transact(site.db, async (tx) => {
    const fields = { description: '', position: 0 }
    const harbour = { ...fields, slug: 'harbour', path: 'harbour', name: 'Harbour', parentId: null }
    const parentId = await addCategory(tx, harbour)
    const ferries = { ...fields, slug: 'ferries', path: 'harbour/ferries', name: 'Ferries', parentId }
    return { harbour: parentId, ferries: await addCategory(tx, ferries) }
  })
  const written = (slug: string, primaryCategoryId: number, publishedAt: Date) =>
    articleInput({ slug, primaryCategoryId, categoryIds: [primaryCategoryId], publishedAt })
  await addArticles(site.db, [
    // Three to a day, and two of them in the same moment.
    ...SECTION.map((slug, i) =>
      written(slug, ids.harbour, new Date(Date.UTC(2026, 9, 1 + Math.floor(i / 3), i % 3 ? 9 : 8))),
    ),
    written('a', ids.ferries, new Date('2026-11-01T08:00:00Z')),
    written('b', ids.ferries, new Date('2026-11-02T08:00:00Z')),
  ])
})

async function around(slug: string) {
  const facts = await getSiteFacts(site.db)
  const article = await getArticle(site.db, `/${slug}/`, facts, now)
  if (!article || 'withdrawn' in article) throw new Error(`${slug} is not there`)
  const { previous, next, related } = await getSurroundings(site.db, article, facts, now)
  const slugs = related.map(({ path }) => path.slice(1, -1))
  return { previous: previous?.path ?? null, next: next?.path ?? null, related: slugs }
}

test('every article of a list leads to the one before and the one after it', async () => {
  for (const [i, slug] of SECTION.entries()) {
    const path = (at: number) => (SECTION[at] ? `/${SECTION[at]}/` : null)
    expect(await around(slug)).toMatchObject({ previous: path(i - 1), next: path(i + 1) })
  }
})

test('the newest others are related, those that the page leads to already last', async () => {
  expect((await around('s12')).related).toEqual(['s10', 's9', 's8', 's7'])
  expect((await around('s1')).related).toEqual(['s12', 's11', 's10', 's9'])
})

test('a category of two is followed by the newest of the one above it', async () => {
  expect(await around('b')).toEqual({ previous: '/a/', next: null, related: ['s12', 's11', 's10', 's9'] })
  expect(await around('a')).toMatchObject({ previous: null, next: '/b/' })
})
