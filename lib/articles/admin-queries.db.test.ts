import { beforeAll, expect, test } from 'vitest'
import type { Viewer } from '@/lib/auth/permissions'
import { actor, ines, must, writeDraft, writeLive } from '@/lib/testing/newsroom'
import { testDatabase } from '@/lib/testing/test-database'
import { listArticles } from './admin-queries'
import { submit, trash } from './editing/publish-mutations'
import { readArticleList } from './list-view'

const site = testDatabase()
const now = new Date('2026-11-22T12:00:00Z')
const nan = actor('Nan', 'CONTRIBUTOR')

const listed = async (viewer: Viewer, query: Record<string, string>) =>
  (await listArticles(site.db, viewer, readArticleList(query))).articles.map(({ headline }) => headline).sort()

beforeAll(async () => {
  await writeDraft(site.db, now, { headline: 'Ferry draft' }, nan)
  await writeDraft(site.db, now, { headline: 'Council draft' })
  must(await submit(site.db, await writeDraft(site.db, now, { headline: 'Ferry in review' }), ines, now))
  await writeLive(site.db, now, { headline: 'Ferry live' })
  must(await trash(site.db, await writeDraft(site.db, now, { headline: 'Thrown away' }), ines, now))
})

test('each list has what belongs in it', async () => {
  expect(await listed(ines, {})).toEqual(['Council draft', 'Ferry draft', 'Ferry in review', 'Ferry live'])
  expect(await listed(ines, { view: 'drafts' })).toEqual(['Council draft', 'Ferry draft'])
  expect(await listed(ines, { view: 'review' })).toEqual(['Ferry in review'])
  expect(await listed(ines, { view: 'published' })).toEqual(['Ferry live'])
  expect(await listed(ines, { view: 'trash' })).toEqual(['Thrown away'])
  expect(await listed(ines, { view: 'mine' })).toEqual(['Council draft', 'Ferry in review', 'Ferry live'])
})

test('words of a headline find it in whatever case', async () => {
  expect(await listed(ines, { words: 'fERRY' })).toEqual(['Ferry draft', 'Ferry in review', 'Ferry live'])
  expect(await listed(ines, { words: 'ferry', view: 'drafts' })).toEqual(['Ferry draft'])
})

test('a contributor is listed their own alone, in every list', async () => {
  expect(await listed(nan, {})).toEqual(['Ferry draft'])
  expect(await listed(nan, { view: 'published' })).toEqual([])
  expect(await listed(nan, { words: 'ferry' })).toEqual(['Ferry draft'])
})
