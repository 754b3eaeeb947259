import { expect, test } from 'vitest'
import { getSiteFacts } from '@/lib/site/facts'
import { addCategory } from '@/lib/taxonomy/mutations'
import { addArticle } from '@/lib/testing/articles'
import { testDatabase } from '@/lib/testing/test-database'
import { transact } from '../invalidation'
import { getArticle, listRelated } from './queries'

const site = testDatabase()
const now = new Date('2026-11-23T00:00:00Z')

async function category(slug: string, parent: { id: number; path: string } | null = null) {
  const path = parent ? `${parent.path}/${slug}` : slug
  const row = { slug, path, name: slug, description: '', position: 0, parentId: parent?.id ?? null }
  return { id: await transact(site.db, (tx) => addCategory(tx, row)), path }
}

const filed = (slug: string, { id }: { id: number }, minute: number, more = {}) =>
  addArticle(site.db, {
    slug,
    primaryCategoryId: id,
    categoryIds: [id],
    publishedAt: new Date(Date.UTC(2026, 10, 22, 6, minute)),
    ...more,
  })

async function relatedTo(path: string): Promise<string[]> {
  const facts = await getSiteFacts(site.db)
  const article = await getArticle(site.db, path, facts)
  if (!article || 'withdrawn' in article) throw new Error(`${path} is not there`)
  return (await listRelated(site.db, article, facts, now)).map((card) => card.path)
}

test('the category’s own come first, then what its parent has elsewhere, the newest first and none twice', async () => {
  const harbour = await category('harbour')
  const ferries = await category('ferries', harbour)
  const pilots = await category('pilots', harbour)
  const council = await category('council')
  await filed('old-ferry', ferries, 1)
  await filed('ferry', ferries, 2)
  await filed('pilot', pilots, 3)
  await filed('harbour-wall', harbour, 4)
  await filed('harbour-draft', harbour, 5, { status: 'DRAFT', publishedAt: null })
  await filed('budget', council, 6)
  expect(await relatedTo('/ferry/')).toEqual(['/old-ferry/', '/harbour-wall/', '/pilot/'])
  // Nothing stands above a section: what else there is has nothing to do with it.
  expect(await relatedTo('/budget/')).toEqual([])
})

test('a category with enough of its own is not left', async () => {
  const sport = await category('sport')
  const rowing = await category('rowing', sport)
  for (let i = 0; i < 8; i++) await filed(`race-${i}`, rowing, i)
  await filed('match', sport, 30)
  expect(await relatedTo('/race-7/')).toEqual([6, 5, 4, 3, 2, 1].map((i) => `/race-${i}/`))
})
