import { beforeAll, expect, test } from 'vitest'
import { addAuthors } from '@/lib/authors/mutations'
import { transact } from '@/lib/invalidation'
import { getSiteFacts } from '@/lib/site/facts'
import { addCategory, addTags } from '@/lib/taxonomy/mutations'
import { testDatabase } from '@/lib/testing/test-database'
import { findSpelledArchive } from './spelled-queries'

const site = testDatabase()

beforeAll(async () => {
  await transact(site.db, async (tx) => {
    const names = { slug: 'harbour', path: 'harbour', name: 'Harbour', description: '', position: 0, parentId: null }
    const parentId = await addCategory(tx, names)
    await addCategory(tx, { ...names, slug: 'ferries', path: 'harbour/ferries', parentId })
    await addTags(tx, [{ slug: 'أخبار', name: 'أخبار', description: '' }])
    await addAuthors(tx, [{ slug: 'maren', name: 'Maren', bio: '', source: null }])
  })
})

test.each([
  ['CATEGORY/HARBOUR/FERRIES', '/category/harbour/ferries/'],
  ['Category/harbour/page/2', '/category/harbour/page/2/'],
  ['TAG/أخبار', encodeURI('/tag/أخبار/')],
  ['Author/MAREN/page/1', '/author/maren/'],
  ['ALL/page/3', '/all/page/3/'],
  // What is spelled right is answered elsewhere, or is not there.
  ['category/harbour', null],
  ['CATEGORY/nowhere', null],
  ['CATEGORY', null],
  ['TAG/nothing', null],
  ['TAG/أخبار/x', null],
  ['AUTHOR/nobody', null],
  ['The-Boat/harbour', null],
])('an archive’s address whose first part is in other letters: %s', async (path, to) => {
  const start = { db: site.db, facts: await getSiteFacts(site.db) }
  expect(await findSpelledArchive(start, path.split('/'))).toBe(to)
})
