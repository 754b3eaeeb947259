import { beforeAll, expect, test } from 'vitest'
import { findMovedArchive } from '@/lib/archives/moved-queries'
import { saveDraft } from '@/lib/articles/editing/draft-mutations'
import { SLOW } from '@/lib/jobs/kinds'
import { runDueJobs } from '@/lib/jobs/run'
import { findArticles } from '@/lib/search/queries'
import { parseQuery } from '@/lib/search/query'
import { addArticle } from '@/lib/testing/articles'
import { countedArchives, filedPlaces, listedPlaces } from '@/lib/testing/filed'
import { actor, ines, must, stored, writeDraft } from '@/lib/testing/newsroom'
import { testDatabase } from '@/lib/testing/test-database'
import { findTypedTag, listTagLines } from './admin-queries'
import { restoreTag } from './restore-tag-mutations'
import { createTag, deleteTag, editTag, mergeTag } from './tag-change-mutations'

const site = testDatabase()
const now = new Date('2026-11-22T12:00:00Z')
const make = async (name: string) => must(await createTag(site.db, { name, slug: '', description: '' }, ines, now)).id
const leads = (slug: string) => findMovedArchive(site.db, `/tag/${slug}/`)
const found = async (words: string) => (await findArticles(site.db, parseQuery(words), 0, 10)).articleIds
const runJobs = async () => {
  while (await runDueJobs(site.db, SLOW, () => new Date(now.getTime() + 1_000)));
}

beforeAll(async () => {
  await make('Zeppelins')
})

const isRight = async () => {
  expect(await listedPlaces(site.db)).toEqual(await filedPlaces(site.db))
  const { rows, months, entries } = await countedArchives(site.db)
  expect([rows, months]).toEqual([entries, entries])
}

test('a renamed tag is found by its new name alone, and its old address leads to the new one', async () => {
  const id = await make('Trolleys')
  const article = await addArticle(site.db, { tagIds: [id] })
  expect(await found('trolleys')).toEqual([article])
  const { before } = must(await editTag(site.db, { id, name: 'Trams', slug: 'trams', description: '' }, ines, now))
  await runJobs()
  expect([await found('trolleys'), await found('trams')]).toEqual([[], [article]])
  expect(await leads('trolleys')).toBe('/tag/trams/')
  must(await editTag(site.db, { id, ...before }, ines, now))
  expect([await leads('trolleys'), await leads('trams')]).toEqual([null, '/tag/trolleys/'])
})

test('merged, everything has the other tag once, and is found by it', async () => {
  const [id, intoId] = [await make('Bikes'), await make('Cycling')]
  const [one, both] = [await addArticle(site.db, { tagIds: [id] }), await addArticle(site.db, { tagIds: [id, intoId] })]
  const draft = await writeDraft(site.db, now, { tagIds: [id] })
  expect(must(await mergeTag(site.db, { id, intoId }, ines, now)).articles).toBe(3)
  await runJobs()
  expect(await site.db.articleTag.count({ where: { tagId: intoId } })).toBe(3)
  expect([(await found('cycling')).sort(), await found('bikes')]).toEqual([[one, both].sort(), []])
  expect(await leads('bikes')).toBe('/tag/cycling/')
  // Whoever had it open meanwhile.
  must(await saveDraft(site.db, { ...draft, content: { ...draft.content, headline: 'Later' } }, ines, now))
  expect((await stored(site.db, draft.id)).input.tagIds).toEqual([intoId])
  await isRight()
})

test('what somebody has is not deleted; what nobody has is', async () => {
  const id = await make('Whales')
  await addArticle(site.db, { tagIds: [id] })
  expect(await deleteTag(site.db, { id }, ines, now)).toEqual({ ok: false, reason: 'notEmpty' })
  must(await deleteTag(site.db, { id: await make('Nothing') }, ines, now))
  await isRight()
})

test('brought back, a deleted tag has its number, its words and the addresses that led to it', async () => {
  const id = await make('Sloops')
  must(await editTag(site.db, { id, name: 'Ketches', slug: 'ketches', description: 'Two masts.' }, ines, now))
  await site.db.tag.update({ where: { id }, data: { wordpressId: 4711 } })
  const before = await site.db.tag.findUniqueOrThrow({ where: { id } })
  must(await deleteTag(site.db, { id }, ines, now))
  expect(await leads('sloops')).toBeNull()
  must(await restoreTag(site.db, { id }, ines, now))
  expect(await site.db.tag.findUniqueOrThrow({ where: { id } })).toEqual(before)
  expect(await leads('sloops')).toBe('/tag/ketches/')
  // Twice, and whoever may not.
  expect(await restoreTag(site.db, { id }, ines, now)).toMatchObject({ reason: 'gone' })
  must(await deleteTag(site.db, { id }, ines, now))
  expect(await restoreTag(site.db, { id }, actor('Idris', 'AUTHOR'), now)).toMatchObject({ reason: 'forbidden' })
  // What has its name or its address by now keeps it.
  await make('Ketches')
  expect(await restoreTag(site.db, { id }, ines, now)).toMatchObject({ reason: 'addressTaken' })
  expect(await restoreTag(site.db, { id: await make('Yawls') }, ines, now)).toMatchObject({ reason: 'gone' })
})

test('two tags have neither one address nor one name', async () => {
  const id = await make('Locks')
  expect(await createTag(site.db, { name: 'Other', slug: 'locks', description: '' }, ines, now)).toMatchObject({
    reason: 'addressTaken',
  })
  const other = await make('Bridges')
  expect(await editTag(site.db, { id: other, name: 'B', slug: 'locks', description: '' }, ines, now)).toMatchObject({
    reason: 'addressTaken',
  })
  expect(await mergeTag(site.db, { id, intoId: id }, ines, now)).toMatchObject({ reason: 'same' })
})

test('the list finds tags by part of their names, with how many articles have them', async () => {
  const id = await make('Lighthouses')
  await addArticle(site.db, { tagIds: [id] })
  await addArticle(site.db, { tagIds: [id], status: 'DRAFT', publishedAt: null })
  const { tags } = await listTagLines(site.db, ines, { words: 'house', page: 1 })
  expect(tags).toMatchObject([{ id, published: 1, filed: 2 }])
  expect(await findTypedTag(site.db, 'lighthouses')).toBe(id)
  expect(await findTypedTag(site.db, '  ')).toBeNull()
})

test('authors make tags while they write, and change none', async () => {
  const maren = actor('Maren', 'AUTHOR')
  const id = await make('Ropes')
  const forbidden = { ok: false, reason: 'forbidden' }
  expect(await editTag(site.db, { id, name: 'X', slug: 'x', description: '' }, maren, now)).toEqual(forbidden)
  expect(await mergeTag(site.db, { id, intoId: 1 }, maren, now)).toEqual(forbidden)
  expect(await deleteTag(site.db, { id }, maren, now)).toEqual(forbidden)
  expect((await listTagLines(site.db, maren, { words: '', page: 1 })).tags).toEqual([])
})
