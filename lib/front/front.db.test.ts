import { beforeAll, beforeEach, expect, test } from 'vitest'
import { publish, withdraw } from '@/lib/articles/editing/publish-mutations'
import { type PageContext, runInPageContext } from '@/lib/page-context'
import { getSiteFacts } from '@/lib/site/facts'
import { createCategory } from '@/lib/taxonomy/category-mutations'
import { mergeCategory } from '@/lib/taxonomy/move-mutations'
import { droppedAndChanged } from '@/lib/testing/dropped-pages'
import { actor, ines, must, oda, writeDraft, writeLive } from '@/lib/testing/newsroom'
import { testDatabase } from '@/lib/testing/test-database'
import { getFrontDesk, previewFront } from './admin-queries'
import type { Change } from './arrangement'
import { changeFront, discardFront, publishFront, restoreFront } from './mutations'
import { getFront } from './queries'

const site = testDatabase()
const now = new Date('2026-11-23T12:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const refused = (reason: string) => ({ ok: false, reason })
const ids = { harbour: 0, council: 0, pier: 0 }
/** Oldest first. */
const articles: number[] = []

beforeAll(async () => {
  const words = { slug: '', description: '', locale: null, parentId: null }
  const make = async (name: string) => must(await createCategory(site.db, { ...words, name }, ines, now)).id
  Object.assign(ids, { harbour: await make('Harbour'), council: await make('Council'), pier: await make('Pier') })
  for (let i = 0; i < 12; i++) {
    const categoryId = i % 2 ? ids.harbour : ids.council
    const live = await writeLive(site.db, later(i - 100), {
      ...{ primaryCategoryId: categoryId, categoryIds: [categoryId] },
    })
    articles.push(live.id)
  }
})

async function state() {
  const desk = await getFrontDesk(site.db, ines, await getSiteFacts(site.db), '')
  if (!desk) throw new Error('no desk')
  return { version: desk.version, liveId: desk.live?.id ?? 0, desk }
}
const change = async (wanted: Change, by = ines) =>
  changeFront(site.db, { version: (await state()).version, change: wanted }, by, now)
const lead = (articleId: number, until: Date | null = null): Change => ({
  ...{ do: 'lead', placed: { articleId, until: until?.toISOString() ?? null } },
})
const pin = (articleId: number, until: Date | null = null): Change => ({
  ...{ do: 'pin', placed: { articleId, until: until?.toISOString() ?? null } },
})
const publishAll = async () => must(await publishFront(site.db, await state(), ines, now))
const front = async (at = now) => getFront(site.db, await getSiteFacts(site.db), at)
const seconds = async (at = now) => (await front(at)).seconds.map(({ id }) => id)

/** Each test begins with a front that nobody has arranged. */
beforeEach(async () => {
  await site.db.frontLayout.deleteMany()
  await site.db.frontDraft.deleteMany()
})

test('readers see nothing of it until it goes live, then all of it at once', async () => {
  const [oldest = 0, second = 0, third = 0] = articles
  const before = await front()
  for (const step of [lead(oldest), pin(third), pin(second)]) must(await change(step))
  must(await change({ do: 'section', section: { categoryId: ids.council, count: 2 } }))
  must(await change({ do: 'section', section: { categoryId: null, count: 3 } }))
  expect(await front()).toEqual(before)
  const preview = await previewFront(site.db, ines, await getSiteFacts(site.db), now)
  expect(preview).toMatchObject({ isLive: false, front: { lead: { id: oldest } } })
  await publishAll()
  const after = await front()
  expect(after).toEqual(preview?.front)
  expect([after.lead?.id, after.seconds.slice(0, 2).map(({ id }) => id)]).toEqual([oldest, [third, second]])
  expect(after.large.map(({ section, articles: all }) => [section?.id ?? null, all.length])).toEqual([
    [ids.council, 2],
    [null, 3],
  ])
})

test('it moves, goes, and one too many is refused', async () => {
  for (const id of articles.slice(0, 6)) must(await change(pin(id)))
  expect(await change(pin(articles[6] ?? 0))).toEqual(refused('impossible'))
  must(await change({ do: 'move', list: 'pins', from: 5, to: 0 }))
  must(await change({ do: 'unpin', articleId: articles[0] ?? 0 }))
  await publishAll()
  expect(await seconds()).toEqual([5, 1, 2, 3, 4].map((at) => articles[at]))
})

test('a draft that was chosen never shows; published it does, and withdrawn it falls away', async () => {
  const draft = await writeDraft(site.db, now, { headline: 'Not yet' })
  must(await change(lead(draft.id)))
  await publishAll()
  expect(JSON.stringify(await front())).not.toContain('Not yet')
  const { version } = must(await publish(site.db, draft, ines, now))
  expect((await front()).lead?.headline).toBe('Not yet')
  const read = { front: async () => JSON.stringify(await front()).includes('Not yet') }
  const gone = await droppedAndChanged(site.db, read, () =>
    withdraw(site.db, { id: draft.id, version, notice: 'Gone.' }, ines, now),
  )
  expect(gone).toEqual({ dropped: ['front'], changed: ['front'] })
})

test('a time that is over ends it, and the page is made anew at that moment', async () => {
  const [oldest = 0, second = 0] = articles
  must(await change(lead(oldest, later(60))))
  must(await change(pin(second, later(30))))
  await publishAll()
  const context: PageContext = { requestId: '', url: '', clientAddress: '', queries: 0, tags: new Set() }
  await runInPageContext(context, () => front())
  expect(context.expiresAt).toEqual(later(30))
  expect([(await front(later(59))).lead?.id, (await seconds(later(30))).includes(second)]).toEqual([oldest, false])
  expect((await front(later(60))).lead?.id).not.toBe(oldest)
})

test('of two editors the second hears of the first, and nothing is written over', async () => {
  const [one = 0, two = 0] = articles
  const seen = await state()
  must(await changeFront(site.db, { ...seen, change: lead(one) }, ines, now))
  expect(await changeFront(site.db, { ...seen, change: lead(two) }, oda, now)).toEqual(refused('conflict'))
  expect(await publishFront(site.db, seen, oda, now)).toEqual(refused('conflict'))
  const draft = await state()
  expect([draft.desk.arrangement.lead?.articleId, draft.desk.draft?.savedByName]).toEqual([one, 'Ines'])
  await publishAll()
  // One that was begun before the other went live.
  must(await change(lead(two), oda))
  const mine = await state()
  must(await restoreFront(site.db, { id: 0, liveId: mine.liveId }, ines, now))
  expect(await publishFront(site.db, mine, oda, now)).toEqual(refused('conflict'))
  must(await publishFront(site.db, await state(), oda, now))
  expect((await front()).lead?.id).toBe(two)
})

test('of many who change it at one moment, each is told whether it was done', async () => {
  const seen = await state()
  const results = await Promise.all(
    articles.slice(0, 6).map((id) => changeFront(site.db, { ...seen, change: pin(id) }, ines, now)),
  )
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect((await state()).desk.arrangement.pins).toHaveLength(1)
})

test('it goes back to the one before, and from the first to none', async () => {
  const [one = 0, two = 0] = articles
  const automatic = await front()
  for (const id of [one, two]) {
    must(await change(lead(id)))
    await publishAll()
  }
  const { desk, liveId } = await state()
  must(await restoreFront(site.db, { id: desk.before[0]?.id ?? -1, liveId }, ines, now))
  expect((await front()).lead?.id).toBe(one)
  must(await restoreFront(site.db, { id: 0, liveId: (await state()).liveId }, ines, now))
  expect(await front()).toEqual(automatic)
  const again = await state()
  expect(await restoreFront(site.db, { id: again.liveId, liveId: again.liveId }, ines, now)).toEqual(refused('nothing'))
  expect((await site.db.auditEvent.findFirst({ orderBy: { id: 'desc' } }))?.details).toMatchObject({ did: 'restore' })
})

test('thrown away, what is live stays', async () => {
  must(await change(lead(articles[0] ?? 0)))
  must(await discardFront(site.db, await state(), ines, now))
  expect((await state()).desk.arrangement.lead).toBeNull()
  expect(await publishFront(site.db, await state(), ines, now)).toEqual(refused('nothing'))
})

test('a section that was merged is the other’s, and one that is gone falls away', async () => {
  must(await change({ do: 'section', section: { categoryId: ids.pier, count: 2 } }))
  must(await change({ do: 'section', section: { categoryId: ids.council, count: 2 } }))
  await publishAll()
  must(await mergeCategory(site.db, { id: ids.pier, intoId: ids.harbour }, ines, now))
  expect((await front()).large.map(({ section }) => section?.id)).toEqual([ids.harbour, ids.council])
})

test('what is not there cannot be chosen, and nobody but editors chooses', async () => {
  expect(await change(lead(999_999))).toEqual(refused('articleMissing'))
  expect(await change({ do: 'section', section: { categoryId: 999_999, count: 2 } })).toEqual(
    refused('categoryMissing'),
  )
  const author = actor('Cem', 'AUTHOR')
  const seen = await state()
  expect(await change(lead(articles[0] ?? 0), author)).toEqual(refused('forbidden'))
  expect(await publishFront(site.db, seen, author, now)).toEqual(refused('forbidden'))
  expect(await restoreFront(site.db, { id: 0, liveId: seen.liveId }, author, now)).toEqual(refused('forbidden'))
  expect(await discardFront(site.db, seen, author, now)).toEqual(refused('forbidden'))
  const facts = await getSiteFacts(site.db)
  expect([await getFrontDesk(site.db, author, facts, ''), await previewFront(site.db, author, facts, now)]).toEqual([
    null,
    null,
  ])
})

test('put live it drops the front alone', async () => {
  must(await change(lead(articles[0] ?? 0)))
  const pages = {
    front: async () => (await front()).lead?.id,
    other: async () => (await getSiteFacts(site.db)).site.name,
  }
  expect(await droppedAndChanged(site.db, pages, publishAll)).toEqual({ dropped: ['front'], changed: ['front'] })
})
