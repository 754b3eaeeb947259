import { beforeEach, expect, test } from 'vitest'
import { addArticle } from '@/lib/testing/articles'
import { testDatabase } from '@/lib/testing/test-database'
import { item, recordsOf, SITE, wxr } from '@/lib/testing/wxr'
import { PathAllocator, type PathWish } from './path-allocator'
import { Survey } from './survey'

const site = testDatabase()
let paths: PathAllocator

/** Published in the export: /tide-1/ and /tide-2/. */
beforeEach(async () => {
  await site.db.article.deleteMany()
  const survey = new Survey()
  for (const record of recordsOf(wxr({ items: [item(1), item(2)] }))) survey.add(record)
  survey.settle()
  paths = new PathAllocator(site.db, survey)
})

const wish = (sourceId: number, path: string, isPublic = true, current: string | null = null): PathWish => ({
  sourceId,
  path,
  isPublic,
  current,
})
const draft = (sourceId: number, path: string) => wish(sourceId, path, false)
const give = async (...wishes: PathWish[]) => (await paths.give(wishes)).paths
const lives = (path: string, sourceId: number | null, status: 'PUBLISHED' | 'DRAFT' | 'WITHDRAWN' = 'PUBLISHED') =>
  addArticle(site.db, { path, status, source: sourceId ? { site: SITE, id: sourceId, hash: '', notes: {} } : null })

test.each([
  ['what is free is given', [wish(1, '/tide-1/')], ['/tide-1/']],
  ['the first come gets it', [wish(8, '/a/'), wish(9, '/a/'), draft(10, '/a/')], ['/a/', '/a-2/', '/a-3/']],
  [
    'a draft leaves what was public to whom it belongs',
    [draft(9, '/tide-1/'), wish(1, '/tide-1/')],
    ['/tide-1-2/', '/tide-1/'],
  ],
  ['with or without a last slash', [wish(8, '/a/b'), wish(9, '/a/b')], ['/a/b', '/a/b-2']],
  [
    'the site’s own addresses are nobody’s',
    [wish(8, '/tag/x/'), wish(9, '/feed/'), wish(10, '/')],
    ['/tag-2/x/', '/feed-2/', '/-2'],
  ],
  ['nor are those of years', [wish(8, '/2024/01/')], ['/2024-2/01/']],
])('%s', async (_, wishes, given) => {
  expect(await give(...wishes)).toEqual(given)
})

test('what is not of this export stays where it lives', async () => {
  await lives('/tide-1/', null)
  expect(await give(wish(1, '/tide-1/'))).toEqual(['/tide-1-2/'])
})

test('a draft of the same export makes room for the published text that lived there', async () => {
  const articleId = await lives('/tide-1/', 9, 'DRAFT')
  expect(await paths.give([wish(1, '/tide-1/')])).toEqual({
    paths: ['/tide-1/'],
    moves: [{ articleId, path: '/tide-1-2/' }],
  })
})

test.each(['PUBLISHED', 'WITHDRAWN'] as const)('one that is %s does not', async (status) => {
  await lives('/tide-1/', 9, status)
  expect(await paths.give([wish(1, '/tide-1/')])).toEqual({ paths: ['/tide-1-2/'], moves: [] })
})

test('a second run gives each what it has, numbered or not', async () => {
  await lives('/a/', 8)
  await lives('/a-2/', 9)
  expect(await give(wish(8, '/a/', true, '/a/'), wish(9, '/a/', true, '/a-2/'))).toEqual(['/a/', '/a-2/'])
})

test('one that asks for another address than it has moves there', async () => {
  await lives('/a/', 8)
  expect(await give(wish(8, '/b/', true, '/a/'))).toEqual(['/b/'])
})
