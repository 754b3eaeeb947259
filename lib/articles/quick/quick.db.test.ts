import { beforeAll, expect, test } from 'vitest'
import { readCopy } from '@/lib/articles/editing/copy-mutations'
import { saveDraft } from '@/lib/articles/editing/draft-mutations'
import { publish } from '@/lib/articles/editing/publish-mutations'
import { addAuthors } from '@/lib/authors/mutations'
import { transact } from '@/lib/invalidation'
import { addCategory, addTags } from '@/lib/taxonomy/mutations'
import { actor, ines, must, stored, writeDraft, writeLive } from '@/lib/testing/newsroom'
import { testDatabase } from '@/lib/testing/test-database'
import { getQuick, type QuickView } from './admin-queries'
import { quickEdit } from './mutations'

const site = testDatabase()
const now = new Date('2026-11-28T12:00:00Z')
const nan = actor('Nan', 'CONTRIBUTOR')
const filed = { harbour: 0, sport: 0, maren: 0 }

beforeAll(async () => {
  await transact(site.db, async (tx) => {
    const none = { description: '', position: 0, parentId: null }
    filed.harbour = await addCategory(tx, { slug: 'harbour', path: 'harbour', name: 'Harbour', ...none })
    filed.sport = await addCategory(tx, { slug: 'sport', path: 'sport', name: 'Sport', ...none })
    const [maren = 0] = await addAuthors(tx, [{ slug: 'maren', name: 'Maren Voss', bio: '', source: null }])
    filed.maren = maren
  })
})

async function quickOf(id: number): Promise<QuickView> {
  const quick = await getQuick(site.db, ines, id, now)
  if (!quick) throw new Error('it is not there')
  return quick
}
const edit = (quick: QuickView, over: Partial<QuickView>, by = ines) => {
  const { id, version, copyVersion } = quick
  const { headline, slug, categoryId, tags, authors } = { ...quick, ...over }
  return quickEdit(
    site.db,
    { id, version, copyVersion, change: { headline, slug, categoryId, tags, authors } },
    by,
    now,
  )
}

test('a draft is called, filed and signed otherwise, and its text stays', async () => {
  const roles = { authorIds: [filed.maren], authorRoles: { [filed.maren]: 'photographs' } }
  const draft = await writeDraft(site.db, now, { ...roles, primaryCategoryId: filed.sport, categoryIds: [filed.sport] })
  const quick = await quickOf(draft.id)
  expect(quick).toMatchObject({ isLive: false, categoryId: filed.sport, authors: ['Maren Voss'], tags: [] })
  const change = { headline: 'Boats', slug: 'boats', categoryId: filed.harbour, tags: ['Ferries', 'Tides'] }
  expect(await edit(quick, change)).toEqual({ ok: true, isLive: false })
  const { input } = await stored(site.db, draft.id)
  expect(input).toMatchObject({ headline: 'Boats', slug: 'boats', body: draft.content.body, ...roles })
  expect([input.primaryCategoryId, input.categoryIds]).toEqual([filed.harbour, [filed.harbour]])
  expect((await quickOf(draft.id)).tags.toSorted()).toEqual(['Ferries', 'Tides'])
})

test('of a live article it waits among its changes, and readers see none of it', async () => {
  const live = await writeLive(site.db, now, { headline: 'Live' })
  expect(await edit(await quickOf(live.id), { headline: 'Changed' })).toEqual({ ok: true, isLive: true })
  expect((await stored(site.db, live.id)).input.headline).toBe('Live')
  expect((await readCopy(site.db, live.id))?.content.headline).toBe('Changed')
  expect(await quickOf(live.id)).toMatchObject({ headline: 'Changed', copyVersion: expect.any(Number) })
})

test('whoever comes second hears of it, and makes no tag', async () => {
  const draft = await writeDraft(site.db, now)
  const quick = await quickOf(draft.id)
  must(await saveDraft(site.db, { ...draft, content: { ...draft.content, headline: 'Theirs' } }, ines, now))
  expect(await edit(quick, { headline: 'Mine', tags: ['Never made'] })).toEqual({ ok: false, reason: 'conflict' })
  expect((await stored(site.db, draft.id)).input.headline).toBe('Theirs')
  expect(await site.db.tag.count({ where: { name: 'Never made' } })).toBe(0)
})

test('another’s article, a tag that one may not make and a name that nobody has change nothing', async () => {
  const others = await writeDraft(site.db, now)
  const own = await writeDraft(site.db, now, {}, nan)
  expect(await getQuick(site.db, nan, others.id, now)).toBeNull()
  expect(await edit(await quickOf(others.id), { headline: 'Mine' }, nan)).toEqual({ ok: false, reason: 'missing' })
  const quick = await quickOf(own.id)
  expect(await edit(quick, { headline: 'X', tags: ['Unheard of'] }, nan)).toEqual({ ok: false, reason: 'tagMissing' })
  expect(await edit(quick, { headline: 'X', authors: ['Nobody'] }, nan)).toEqual({ ok: false, reason: 'authorMissing' })
  expect((await stored(site.db, own.id)).input.headline).toBe(own.content.headline)
})

test('what nobody touched stays: tags and authors who are called alike, and a tag whose address is another’s name', async () => {
  const { tags, authors } = await transact(site.db, async (tx) => ({
    tags: await addTags(tx, [
      { slug: 'kestrel-2', name: 'Harrier', description: '' },
      { slug: 'harrier', name: 'Kestrel', description: '' },
      { slug: 'harrier-3', name: 'Harrier', description: '' },
    ]),
    authors: await addAuthors(tx, [
      { slug: 'idris', name: 'Idris', bio: '', source: null },
      { slug: 'idris-2', name: 'Idris', bio: '', source: null },
    ]),
  }))
  const [first = 0, , third = 0] = tags
  const draft = await writeDraft(site.db, now, { tagIds: [third, first], authorIds: authors })
  const quick = await quickOf(draft.id)
  expect(await edit(quick, { headline: 'Birds', tags: [...quick.tags, 'Owls'] })).toMatchObject({ ok: true })
  const { input } = await stored(site.db, draft.id)
  expect(input).toMatchObject({ headline: 'Birds', authorIds: authors })
  const owls = await site.db.tag.findFirstOrThrow({ where: { name: 'Owls' } })
  expect(input.tagIds.toSorted()).toEqual([first, third, owls.id].toSorted())
  expect(await site.db.auditEvent.count({ where: { act: 'tags.make', object: `tag:${owls.id}` } })).toBe(1)
  const long = await edit(await quickOf(draft.id), { tags: ['x'.repeat(81)] })
  expect(long).toEqual({ ok: false, reason: 'tagMissing' })
})

test('nobody is offered what would be refused: a contributor’s own article that is live', async () => {
  const draft = await writeDraft(site.db, now, {}, nan)
  const live = { ...draft, ...must(await publish(site.db, draft, ines, now)) }
  const own = await writeDraft(site.db, now, {}, nan)
  expect(await getQuick(site.db, nan, live.id, now)).toBeNull()
  expect(await getQuick(site.db, nan, own.id, now)).toMatchObject({ isLive: false })
  expect(await getQuick(site.db, ines, live.id, now)).toMatchObject({ isLive: true })
})
