import { beforeAll, expect, test } from 'vitest'
import type { Viewer } from '@/lib/auth/permissions'
import { addAuthors } from '@/lib/authors/mutations'
import { transact } from '@/lib/invalidation'
import { indexChanges } from '@/lib/search/mutations'
import { findArticles } from '@/lib/search/queries'
import { parseQuery } from '@/lib/search/query'
import { rebuildSearch } from '@/lib/search/rebuild-mutations'
import { addCategory } from '@/lib/taxonomy/mutations'
import { actor, ines, must, writeDraft, writeLive } from '@/lib/testing/newsroom'
import { testDatabase } from '@/lib/testing/test-database'
import { listArticles, listFilters } from './admin-queries'
import { discardWorkingCopy, publishChanges, saveWorkingCopy } from './editing/copy-mutations'
import { submit, trash } from './editing/publish-mutations'
import { readArticleList } from './list-view'

const site = testDatabase()
const now = new Date('2026-11-22T12:00:00Z')
const nan = actor('Nan', 'CONTRIBUTOR')
const filed = { authorId: 0, below: 0, above: 0 }

const listed = async (viewer: Viewer, query: Record<string, string>) =>
  (await listArticles(site.db, viewer, readArticleList(query))).articles.map(({ headline }) => headline).sort()

beforeAll(async () => {
  await transact(site.db, async (tx) => {
    const none = { description: '', position: 0 }
    filed.above = await addCategory(tx, { slug: 'sea', path: 'sea', name: 'Sea', parentId: null, ...none })
    const parentId = filed.above
    filed.below = await addCategory(tx, { slug: 'boats', path: 'sea/boats', name: 'Boats', parentId, ...none })
    filed.authorId = (await addAuthors(tx, [{ slug: 'maren', name: 'Maren', bio: '', source: null }]))[0] ?? 0
  })
  const { authorId, below } = filed
  await writeDraft(site.db, now, { headline: 'Ferry draft', body: '<p>A walrus.</p>' }, nan)
  await writeDraft(site.db, now, { headline: 'Council draft', authorIds: [authorId] })
  must(await submit(site.db, await writeDraft(site.db, now, { headline: 'Ferry in review' }), ines, now))
  await writeLive(site.db, now, { headline: 'Ferry live', primaryCategoryId: below, categoryIds: [below] })
  await writeLive(site.db, now, { headline: 'كتّاب على العبّارة', locale: 'ar', body: '<p>مدرسة الميناء 100%</p>' })
  must(await trash(site.db, await writeDraft(site.db, now, { headline: 'Thrown ferry' }), ines, now))
})

const ARABIC = 'كتّاب على العبّارة'

test('each list has what belongs in it', async () => {
  expect(await listed(ines, {})).toEqual(['Council draft', 'Ferry draft', 'Ferry in review', 'Ferry live', ARABIC])
  expect(await listed(ines, { view: 'drafts' })).toEqual(['Council draft', 'Ferry draft'])
  expect(await listed(ines, { view: 'review' })).toEqual(['Ferry in review'])
  expect(await listed(ines, { view: 'published' })).toEqual(['Ferry live', ARABIC])
  expect(await listed(ines, { view: 'trash' })).toEqual(['Thrown ferry'])
  expect(await listed(ines, { view: 'trash', status: 'PUBLISHED' })).toEqual([])
  expect(await listed(ines, { view: 'mine' })).toEqual(['Council draft', 'Ferry in review', 'Ferry live', ARABIC])
  expect(await listed(ines, { view: 'pages' })).toEqual([])
})

test('words are found in headlines and texts, in whatever case and form, drafts and the trash too', async () => {
  expect(await listed(ines, { words: 'fERRIES' })).toEqual(['Ferry draft', 'Ferry in review', 'Ferry live'])
  expect(await listed(ines, { words: 'walruses' })).toEqual(['Ferry draft'])
  expect(await listed(ines, { words: 'ferry -walrus', view: 'drafts' })).toEqual([])
  expect(await listed(ines, { words: 'ferry', view: 'trash' })).toEqual(['Thrown ferry'])
  expect(await listed(ines, { words: 'العباره' })).toEqual([ARABIC])
  expect(await listed(ines, { words: 'مدرسه' })).toEqual([ARABIC])
})

test.each(['%', '_', '9_9', 'f%y', '"', '*', '¶kept', "' | '", 'fer*'])(
  '“%s” stands for nothing else',
  async (words) => {
    expect(await listed(ines, { words })).toEqual([])
  },
)

test('a list can be narrowed by author, category with what is below it, and language', async () => {
  expect(await listed(ines, { author: String(filed.authorId) })).toEqual(['Council draft'])
  expect(await listed(ines, { category: String(filed.above) })).toEqual(['Ferry live'])
  expect(await listed(ines, { language: 'ar' })).toEqual([ARABIC])
  expect(await listed(ines, { language: 'ar', words: 'ferry' })).toEqual([])
  expect((await listFilters(site.db)).languages).toEqual(['ar', 'en'])
})

test('what was written last comes first, a page at a time', async () => {
  const { articles } = await listArticles(site.db, ines, readArticleList({}))
  expect(articles.map(({ headline }) => headline).slice(0, 2)).toEqual([ARABIC, 'Ferry live'])
  expect((await listArticles(site.db, ines, readArticleList({ page: '2' }))).articles).toEqual([])
})

test('changes that readers do not see yet are found by their own words too, until they are thrown away or live', async () => {
  const live = await writeLive(site.db, now, { headline: 'Lighthouse', body: '<p>Of granite.</p>' })
  const content = { ...live.content, headline: 'Beacon', dek: 'Newer', body: '<p>Of basalt.</p>' }
  const { copyVersion } = must(await saveWorkingCopy(site.db, { ...live, copyVersion: null, content }, ines, now))
  for (const words of ['lighthouse', 'granite', 'beacon', 'newer', 'basalt'])
    expect(await listed(ines, { words }), words).toEqual(['Lighthouse'])
  expect(await listed(nan, { words: 'basalt' })).toEqual([])
  expect((await findArticles(site.db, parseQuery('basalt'), 0, 10)).total).toBe(0)
  expect((await listArticles(site.db, ines, readArticleList({}))).articles[0]).toMatchObject({ hasChanges: true })
  must(await discardWorkingCopy(site.db, { ...live, copyVersion }, ines, now))
  expect([await listed(ines, { words: 'basalt' }), await listed(ines, { words: 'granite' })]).toEqual([
    [],
    ['Lighthouse'],
  ])
  const again = must(await saveWorkingCopy(site.db, { ...live, copyVersion: null, content }, ines, now))
  must(await publishChanges(site.db, { ...live, copyVersion: again.copyVersion }, ines, now))
  expect([await listed(ines, { words: 'basalt' }), await listed(ines, { words: 'granite' })]).toEqual([['Beacon'], []])
})

test('an upgrade finds the changes that were there before it', async () => {
  const live = await writeLive(site.db, now, { headline: 'Jetty' })
  const content = { ...live.content, headline: 'Pier' }
  must(await saveWorkingCopy(site.db, { ...live, copyVersion: null, content }, ines, now))
  await indexAsBefore(live.id)
  expect(await listed(ines, { words: 'pier' })).toEqual([])
  await site.db.setting.create({ data: { key: 'changes.rebuild', value: { afterId: 0 } } })
  await rebuildSearch(site.db, () => undefined)
  expect(await listed(ines, { words: 'pier' })).toEqual(['Jetty'])
  expect(await site.db.setting.count({ where: { key: 'changes.rebuild' } })).toBe(0)
})

/** Without its working copy, which is put back past the index. */
async function indexAsBefore(articleId: number): Promise<void> {
  const copy = await site.db.workingCopy.findUniqueOrThrow({ where: { articleId } })
  await site.db.$transaction(async (tx) => {
    await tx.workingCopy.delete({ where: { articleId } })
    await indexChanges(tx, articleId)
    await tx.workingCopy.create({ data: { ...copy, content: copy.content ?? {} } })
  })
}

test('a contributor is listed their own alone, in every list', async () => {
  expect(await listed(nan, {})).toEqual(['Ferry draft'])
  expect(await listed(nan, { view: 'published' })).toEqual([])
  expect(await listed(nan, { view: 'trash' })).toEqual([])
  expect(await listed(nan, { words: 'ferry' })).toEqual(['Ferry draft'])
})
