import { beforeAll, expect, test } from 'vitest'
import { saveWorkingCopy } from '@/lib/articles/editing/copy-mutations'
import { scheduleWithdrawal } from '@/lib/articles/editing/publish-mutations'
import { transact } from '@/lib/invalidation'
import { addCategory, addTags } from '@/lib/taxonomy/mutations'
import { actor, ines, must, stored, writeDraft, writeLive } from '@/lib/testing/newsroom'
import { testDatabase } from '@/lib/testing/test-database'
import type { BulkVerb, Chosen } from './bulk'
import { runBulk } from './run-mutations'
import { findOrAddTag } from './tag-mutations'

const site = testDatabase()
const now = new Date('2026-11-22T12:00:00Z')
const nan = actor('Nan', 'CONTRIBUTOR')
const boss = actor('Boss', 'ADMIN')
const filed = { harbour: 0, sport: 0, tag: 0 }

const run = (verb: BulkVerb, chosen: Chosen[], target: number | null = null, viewer = ines) =>
  runBulk(site.db, { verb, chosen, target }, viewer, now)
const inputOf = async (id: number) => (await stored(site.db, id)).input

beforeAll(async () => {
  await transact(site.db, async (tx) => {
    const none = { description: '', position: 0, parentId: null }
    filed.harbour = await addCategory(tx, { slug: 'harbour', path: 'harbour', name: 'Harbour', ...none })
    filed.sport = await addCategory(tx, { slug: 'sport', path: 'sport', name: 'Sport', ...none })
    filed.tag = (await addTags(tx, [{ slug: 'ferries', name: 'Ferries', description: '' }]))[0] ?? 0
  })
})

test('what may be trashed is, the rest is left with its reason, and the way back works', async () => {
  const draft = await writeDraft(site.db, now)
  const live = await writeLive(site.db, now)
  const stale = { ...(await writeDraft(site.db, now)), version: 1 }
  const gone = { id: 99_999, version: 1 }
  const { done, refused, undo } = await run('trash', [draft, live, stale, gone])
  expect(done).toMatchObject([{ id: draft.id }])
  expect(refused).toEqual([
    { id: live.id, reason: 'status' },
    { id: stale.id, reason: 'conflict' },
    { id: gone.id, reason: 'missing' },
  ])
  expect((await inputOf(draft.id)).trashedAt).toEqual(now)
  if (!undo) throw new Error('there is no way back')
  expect((await runBulk(site.db, { ...undo, target: null }, ines, now)).done).toHaveLength(1)
  expect((await inputOf(draft.id)).trashedAt).toBeNull()
})

test('each article asks for its own permission, and the audit log has what was refused', async () => {
  const own = await writeDraft(site.db, now, {}, nan)
  const other = await writeDraft(site.db, now)
  const live = await writeLive(site.db, now)
  expect((await run('trash', [own, other], null, nan)).refused).toEqual([{ id: other.id, reason: 'forbidden' }])
  expect((await run('publish', [other], null, nan)).refused).toEqual([{ id: other.id, reason: 'forbidden' }])
  expect((await run('tag', [other, live], filed.tag, nan)).done).toEqual([])
  expect((await run('delete', [own], null, ines)).refused).toEqual([{ id: own.id, reason: 'forbidden' }])
  const events = await site.db.auditEvent.findMany({
    where: { result: 'REFUSED', object: `article:${other.id}` },
    orderBy: { id: 'asc' },
  })
  expect(events.map(({ act }) => act)).toEqual(['articles.trash', 'articles.publish', 'articles.edit'])
})

test('what is live is withdrawn with a notice, the rest is left, and the way back makes it public as it was', async () => {
  const live = await writeLive(site.db, now)
  const draft = await writeDraft(site.db, now)
  const before = (await stored(site.db, live.id)).input
  const order = { verb: 'withdraw', target: null } as const
  expect((await runBulk(site.db, { ...order, chosen: [live], notice: ' ' }, ines, now)).refused).toEqual([
    { id: live.id, reason: 'noticeMissing' },
  ])
  const { done, refused, undo } = await runBulk(
    site.db,
    { ...order, chosen: [live, draft], notice: 'Gone.' },
    ines,
    now,
  )
  expect([done.map(({ id }) => id), refused]).toEqual([[live.id], [{ id: draft.id, reason: 'notLive' }]])
  expect(await stored(site.db, live.id)).toMatchObject({ withdrawalNotice: 'Gone.', input: { status: 'WITHDRAWN' } })
  if (!undo) throw new Error('there is no way back')
  await runBulk(site.db, { ...undo, target: null }, ines, now)
  expect(await stored(site.db, live.id)).toMatchObject({ withdrawalNotice: null, input: before })
})

test('where something was on the clock a withdrawal is not taken back with one press', async () => {
  const timed = await writeLive(site.db, now)
  const at = { withdrawAt: new Date(now.getTime() + 60_000), notice: 'Soon.' }
  const { version } = must(await scheduleWithdrawal(site.db, { ...timed, ...at }, ines, now))
  const order = { verb: 'withdraw', target: null, notice: 'Now.' } as const
  const { done, undo } = await runBulk(site.db, { ...order, chosen: [{ id: timed.id, version }] }, ines, now)
  expect([done.length, undo]).toEqual([1, null])
})

test('the category changes at once, live or not, but not over changes that wait; and back', async () => {
  const draft = await writeDraft(site.db, now)
  const live = await writeLive(site.db, now, { primaryCategoryId: filed.sport, categoryIds: [filed.sport] })
  const edited = await writeLive(site.db, now)
  const content = { ...edited.content, headline: 'Changed' }
  must(await saveWorkingCopy(site.db, { ...edited, copyVersion: null, content }, ines, now))
  const { done, refused, undo } = await run('category', [draft, live, edited], filed.harbour)
  expect([done.length, refused]).toEqual([2, [{ id: edited.id, reason: 'hasChanges' }]])
  expect(await inputOf(live.id)).toMatchObject({ primaryCategoryId: filed.harbour, categoryIds: [filed.harbour] })
  const count = (id: number) => site.db.archive.findUnique({ where: { key: `category-${id}` } })
  expect((await count(filed.harbour))?.articles).toBe(1)
  if (!undo) throw new Error('there is no way back')
  await runBulk(site.db, { ...undo, target: null }, ines, now)
  expect(await inputOf(live.id)).toMatchObject({ primaryCategoryId: filed.sport, categoryIds: [filed.sport] })
  expect(await inputOf(draft.id)).toMatchObject({ primaryCategoryId: null, categoryIds: [] })
})

test('a tag is added where it is not, and taken from those alone that got it', async () => {
  const without = await writeDraft(site.db, now)
  const having = await writeDraft(site.db, now, { tagIds: [filed.tag] })
  const { done, undo } = await run('tag', [without, having], filed.tag)
  expect([done.length, undo?.chosen.map(({ id }) => id)]).toEqual([2, [without.id]])
  if (!undo) throw new Error('there is no way back')
  await runBulk(site.db, { ...undo, target: null }, ines, now)
  expect([(await inputOf(without.id)).tagIds, (await inputOf(having.id)).tagIds]).toEqual([[], [filed.tag]])
})

test('a tag that nobody has made yet is made by those who may', async () => {
  expect(await findOrAddTag(site.db, 'ferries', nan, now)).toBe(filed.tag)
  expect(await findOrAddTag(site.db, 'Whales', nan, now)).toBeNull()
  const made = await findOrAddTag(site.db, 'Whales', ines, now)
  expect(await findOrAddTag(site.db, 'whales', nan, now)).toBe(made)
  expect(await findOrAddTag(site.db, ' ', ines, now)).toBeNull()
})

test('what is unready is not published, the rest is', async () => {
  const ready = await writeDraft(site.db, now)
  const unready = await writeDraft(site.db, now, { headline: '' })
  const { done, refused } = await run('publish', [ready, unready])
  expect(done.map(({ id }) => id)).toEqual([ready.id])
  expect(refused).toEqual([{ id: unready.id, reason: 'unready' }])
})

test('only what is in the trash is deleted, with all that hangs on it', async () => {
  const draft = await writeDraft(site.db, now, { headline: 'Lost for ever' })
  expect((await run('delete', [draft], null, boss)).refused).toEqual([{ id: draft.id, reason: 'status' }])
  const [trashed] = (await run('trash', [draft], null, boss)).done
  if (!trashed) throw new Error('it was not trashed')
  expect((await run('delete', [draft], null, boss)).refused).toEqual([{ id: draft.id, reason: 'conflict' }])
  await site.db.redirect.create({
    data: { fromPath: '/old/', fromFolded: '/old', toPath: (await inputOf(draft.id)).path },
  })
  expect((await run('delete', [trashed], null, boss)).undo).toBeNull()
  expect(await site.db.article.findUnique({ where: { id: draft.id } })).toBeNull()
  expect(await site.db.revision.count({ where: { articleId: draft.id } })).toBe(0)
  expect(await site.db.redirect.count({ where: { fromPath: '/old/' } })).toBe(0)
  const event = await site.db.auditEvent.findFirst({ where: { act: 'articles.delete', result: 'DONE' } })
  expect(event?.details).toMatchObject({ headline: 'Lost for ever' })
})
