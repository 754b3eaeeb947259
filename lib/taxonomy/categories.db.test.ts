import { afterEach, beforeEach, expect, test } from 'vitest'
import { findMovedArchive } from '@/lib/archives/moved-queries'
import { saveWorkingCopy } from '@/lib/articles/editing/copy-mutations'
import { saveDraft } from '@/lib/articles/editing/draft-mutations'
import { addArticle } from '@/lib/testing/articles'
import { countedArchives, filedPlaces, listedPlaces } from '@/lib/testing/filed'
import { actor, ines, must, stored, writeDraft, writeLive } from '@/lib/testing/newsroom'
import { testDatabase } from '@/lib/testing/test-database'
import { createCategory, deleteCategory, editCategory } from './category-mutations'
import { mergeCategory, placeCategory } from './move-mutations'
import { restoreCategory } from './restore-mutations'

const site = testDatabase()
const now = new Date('2026-11-22T12:00:00Z')
const ids = { harbour: 0, ferries: 0, night: 0, council: 0, works: 0 }
let round = 0

const make = async (name: string, parentId: number | null = null) => {
  const words = { name, slug: '', description: '', locale: null }
  return must(await createCategory(site.db, { ...words, parentId }, ines, now)).id
}

/** A tree of its own for each test: harbour > ferries > night, council > works; an article in each, two in ferries. */
beforeEach(async () => {
  round++
  ids.harbour = await make(`Harbour ${round}`)
  ids.ferries = await make('Ferries', ids.harbour)
  ids.night = await make('Night', ids.ferries)
  ids.council = await make(`Council ${round}`)
  ids.works = await make('Works', ids.council)
  for (const id of [...Object.values(ids), ids.ferries]) await fileIn(id)
  await fileIn(ids.harbour, ids.night)
  await addArticle(site.db, {
    status: 'DRAFT',
    publishedAt: null,
    primaryCategoryId: ids.ferries,
    categoryIds: [ids.ferries],
  })
})

/** Whatever was done, the lists are what the articles' filing makes them, and their counts are right. */
afterEach(async () => {
  expect(await listedPlaces(site.db)).toEqual(await filedPlaces(site.db))
  const { rows, months, entries } = await countedArchives(site.db)
  expect([rows, months]).toEqual([entries, entries])
})

let day = 0
const fileIn = (...categoryIds: number[]) => {
  const publishedAt = new Date(Date.UTC(2020, 0, 1) + ++day * 9 * 86_400_000)
  return addArticle(site.db, { publishedAt, primaryCategoryId: categoryIds[0] ?? null, categoryIds })
}
const pathOf = async (id: number) => (await site.db.category.findUnique({ where: { id } }))?.path
const leads = (path: string) => findMovedArchive(site.db, `/category/${path}/`)
const published = async (id: number) =>
  (await site.db.archive.findUnique({ where: { key: `category-${id}` } }))?.articles ?? 0
const words = (over: object = {}) => ({ name: 'Port', slug: 'port', description: '', locale: null, ...over })

test('another address takes all below it along, and each old one leads to the new one in one hop', async () => {
  must(await editCategory(site.db, { id: ids.harbour, ...words({ slug: `port-${round}` }) }, ines, now))
  expect(await pathOf(ids.night)).toBe(`port-${round}/ferries/night`)
  must(await editCategory(site.db, { id: ids.harbour, ...words({ slug: `quay-${round}` }) }, ines, now))
  for (const was of [`harbour-${round}`, `port-${round}`]) {
    expect(await leads(`${was}/ferries/night`)).toBe(`/category/quay-${round}/ferries/night/`)
    expect(await leads(was)).toBe(`/category/quay-${round}/`)
  }
})

test('back to the old name the old address is its own again, and nothing leads away from it', async () => {
  const { before } = must(await editCategory(site.db, { id: ids.harbour, ...words({ slug: `p-${round}` }) }, ines, now))
  must(await editCategory(site.db, { id: ids.harbour, ...before }, ines, now))
  expect(await site.db.category.findUnique({ where: { id: ids.harbour } })).toMatchObject({
    name: `Harbour ${round}`,
    path: `harbour-${round}`,
  })
  expect(await leads(`harbour-${round}`)).toBeNull()
  expect(await leads(`p-${round}/ferries`)).toBe(`/category/harbour-${round}/ferries/`)
})

test('an imported address that nobody touched stays as it was spelled', async () => {
  await site.db.category.update({ where: { id: ids.works }, data: { slug: 'W_orks', path: `council-${round}/W_orks` } })
  must(await editCategory(site.db, { id: ids.works, ...words({ name: 'Public works', slug: 'W_orks' }) }, ines, now))
  expect(await pathOf(ids.works)).toBe(`council-${round}/W_orks`)
})

test('two cannot have one address, also not by what is below them', async () => {
  const other = { id: ids.council, ...words({ slug: `harbour-${round}` }) }
  expect(await editCategory(site.db, other, ines, now)).toEqual({ ok: false, reason: 'addressTaken' })
  await site.db.category.update({
    where: { id: ids.works },
    data: { slug: 'ferries', path: `council-${round}/ferries` },
  })
  const place = { id: ids.works, parentId: ids.harbour, beforeId: null }
  expect(await placeCategory(site.db, place, ines, now)).toEqual({ ok: false, reason: 'addressTaken' })
})

test('moved below another its articles leave what was above it and join what is', async () => {
  const before = [await published(ids.harbour), await published(ids.council)]
  must(await placeCategory(site.db, { id: ids.ferries, parentId: ids.works, beforeId: null }, ines, now))
  expect(await pathOf(ids.night)).toBe(`council-${round}/works/ferries/night`)
  // One of the four that go is filed in the harbour too, and stays there.
  expect([await published(ids.harbour), await published(ids.council)]).toEqual([
    (before[0] ?? 0) - 3,
    (before[1] ?? 0) + 4,
  ])
  expect(await leads(`harbour-${round}/ferries`)).toBe(`/category/council-${round}/works/ferries/`)
})

test('put back where it was everything is as it was', async () => {
  const was = await listedPlaces(site.db)
  const { before } = must(
    await placeCategory(site.db, { id: ids.ferries, parentId: ids.council, beforeId: ids.works }, ines, now),
  )
  expect(before).toEqual({ parentId: ids.harbour, beforeId: null })
  must(await placeCategory(site.db, { id: ids.ferries, ...before }, ines, now))
  expect(await listedPlaces(site.db)).toEqual(was)
  expect(await leads(`harbour-${round}/ferries`)).toBeNull()
})

test('nothing can stand below itself, or below what is below it', async () => {
  for (const parentId of [ids.harbour, ids.night]) {
    const place = { id: ids.harbour, parentId, beforeId: null }
    expect(await placeCategory(site.db, place, ines, now)).toEqual({ ok: false, reason: 'loop' })
  }
  expect(await mergeCategory(site.db, { id: ids.harbour, intoId: ids.night }, ines, now)).toEqual({
    ok: false,
    reason: 'loop',
  })
})

test('of two who put each other below the other at once one is refused', async () => {
  const put = (id: number, parentId: number) => placeCategory(site.db, { id, parentId, beforeId: null }, ines, now)
  const done = await Promise.all([put(ids.harbour, ids.council), put(ids.council, ids.harbour)])
  expect(done.map((one) => (one.ok ? 'moved' : one.reason)).sort()).toEqual(['loop', 'moved'])
})

test('neighbours stand in the order that was chosen', async () => {
  const [first, second] = [await make('A', ids.works), await make('B', ids.works)]
  must(await placeCategory(site.db, { id: second, parentId: ids.works, beforeId: first }, ines, now))
  const rows = await site.db.category.findMany({ where: { parentId: ids.works }, orderBy: { position: 'asc' } })
  expect(rows.map(({ id }) => id)).toEqual([second, first])
})

test('merged, its articles and all below it are the other’s, and its addresses lead there', async () => {
  const result = must(await mergeCategory(site.db, { id: ids.ferries, intoId: ids.works }, ines, now))
  expect(result.articles).toBe(3)
  expect(await site.db.category.findUnique({ where: { id: ids.ferries } })).toBeNull()
  expect(await pathOf(ids.night)).toBe(`council-${round}/works/night`)
  expect(await leads(`harbour-${round}/ferries`)).toBe(`/category/council-${round}/works/`)
  expect(await leads(`harbour-${round}/ferries/night`)).toBe(`/category/council-${round}/works/night/`)
  expect(await site.db.article.count({ where: { primaryCategoryId: ids.works } })).toBe(4)
})

test('merged into the one above it', async () => {
  must(await mergeCategory(site.db, { id: ids.ferries, intoId: ids.harbour }, ines, now))
  expect(await pathOf(ids.night)).toBe(`harbour-${round}/night`)
})

test('an article in both is once in the one that is left', async () => {
  const both = await fileIn(ids.ferries, ids.works)
  must(await mergeCategory(site.db, { id: ids.ferries, intoId: ids.works }, ines, now))
  expect(await site.db.articleCategory.findMany({ where: { articleId: both } })).toEqual([
    { articleId: both, categoryId: ids.works },
  ])
})

test('two with the same below them are not merged over each other', async () => {
  await make('Night', ids.works)
  const places = await listedPlaces(site.db)
  expect(await mergeCategory(site.db, { id: ids.ferries, intoId: ids.works }, ines, now)).toEqual({
    ok: false,
    reason: 'childTaken',
  })
  expect(await listedPlaces(site.db)).toEqual(places)
})

test('whoever had a text open while its category was merged saves it in the other, twice merged too', async () => {
  const filed = { primaryCategoryId: ids.ferries, categoryIds: [ids.ferries] }
  const draft = await writeDraft(site.db, now, filed)
  const live = await writeLive(site.db, now, filed)
  must(await mergeCategory(site.db, { id: ids.ferries, intoId: ids.works }, ines, now))
  must(await mergeCategory(site.db, { id: ids.works, intoId: ids.council }, ines, now))
  must(await saveDraft(site.db, { ...draft, content: { ...draft.content, headline: 'Later' } }, ines, now))
  expect((await stored(site.db, draft.id)).input).toMatchObject({
    primaryCategoryId: ids.council,
    categoryIds: [ids.council],
  })
  must(await saveWorkingCopy(site.db, { ...live, copyVersion: null }, ines, now))
})

test('only what is empty is deleted, and then nothing leads there', async () => {
  expect(await deleteCategory(site.db, { id: ids.ferries }, ines, now)).toEqual({ ok: false, reason: 'notEmpty' })
  const empty = await make('Empty', ids.harbour)
  must(await editCategory(site.db, { id: empty, ...words({ slug: 'void' }) }, ines, now))
  must(await deleteCategory(site.db, { id: empty }, ines, now))
  expect(await leads(`harbour-${round}/empty`)).toBeNull()
})

test('deleted by mistake it is back as it was: its number, its place, its words and what led to it', async () => {
  const once = await make('Once', ids.harbour)
  await make('Behind', ids.harbour)
  must(await editCategory(site.db, { id: once, ...words({ slug: 'twice', description: 'Said.' }) }, ines, now))
  await site.db.category.update({ where: { id: once }, data: { wordpressId: 7_000 + round } })
  const before = await site.db.category.findUnique({ where: { id: once } })
  must(await deleteCategory(site.db, { id: once }, ines, now))
  must(await restoreCategory(site.db, { id: once }, ines, now))
  expect(await site.db.category.findUnique({ where: { id: once } })).toEqual(before)
  expect(await leads(`harbour-${round}/once`)).toBe(`/category/harbour-${round}/twice/`)
  expect(await restoreCategory(site.db, { id: once }, ines, now)).toEqual({ ok: false, reason: 'gone' })
})

test('where somebody has taken its address meanwhile it is not, nor is what was never deleted', async () => {
  const once = await make('Taken', ids.harbour)
  must(await deleteCategory(site.db, { id: once }, ines, now))
  await make('Taken', ids.harbour)
  expect(await restoreCategory(site.db, { id: once }, ines, now)).toEqual({ ok: false, reason: 'addressTaken' })
  for (const id of [ids.works, 999_999])
    expect(await restoreCategory(site.db, { id }, ines, now)).toEqual({ ok: false, reason: 'gone' })
  expect(await restoreCategory(site.db, { id: once }, actor('Maren', 'AUTHOR'), now)).toEqual({
    ok: false,
    reason: 'forbidden',
  })
})

test('an imported description that is longer than what is written here stays when the name changes', async () => {
  const description = 'x'.repeat(2_000)
  await site.db.category.update({ where: { id: ids.works }, data: { description } })
  must(
    await editCategory(site.db, { id: ids.works, ...words({ name: 'Docks', slug: 'works', description }) }, ines, now),
  )
  expect(await site.db.category.findUnique({ where: { id: ids.works } })).toMatchObject({ name: 'Docks', description })
  const longer = words({ slug: 'works', description: `${description}y` })
  expect(await editCategory(site.db, { id: ids.works, ...longer }, ines, now)).toEqual({
    ok: false,
    reason: 'descriptionLong',
  })
})

test('nor what somebody chose in changes that readers do not see yet', async () => {
  const chosen = await make('Chosen')
  const live = await writeLive(site.db, now, { primaryCategoryId: ids.council, categoryIds: [ids.council] })
  const content = { ...live.content, primaryCategoryId: chosen, categoryIds: [chosen] }
  must(await saveWorkingCopy(site.db, { ...live, copyVersion: null, content }, ines, now))
  expect(await deleteCategory(site.db, { id: chosen }, ines, now)).toEqual({ ok: false, reason: 'notEmpty' })
})

test('articles are published while their category moves to and fro, and each is listed where it belongs', async () => {
  const moving = async () => {
    for (const parentId of [ids.council, ids.harbour, ids.works, ids.harbour])
      must(await placeCategory(site.db, { id: ids.ferries, parentId, beforeId: null }, ines, now))
  }
  const publishing = async () => {
    for (let i = 0; i < 5; i++)
      await writeLive(site.db, now, { primaryCategoryId: ids.night, categoryIds: [ids.night] })
  }
  await Promise.all([moving(), publishing(), publishing()])
})

test('what is not editors’ is refused, and changes nothing', async () => {
  const maren = actor('Maren', 'AUTHOR')
  const tree = await site.db.category.findMany()
  const forbidden = { ok: false, reason: 'forbidden' }
  expect(await createCategory(site.db, { ...words(), parentId: null }, maren, now)).toEqual(forbidden)
  expect(await editCategory(site.db, { id: ids.harbour, ...words() }, maren, now)).toEqual(forbidden)
  expect(await placeCategory(site.db, { id: ids.works, parentId: null, beforeId: null }, maren, now)).toEqual(forbidden)
  expect(await mergeCategory(site.db, { id: ids.works, intoId: ids.harbour }, maren, now)).toEqual(forbidden)
  expect(await deleteCategory(site.db, { id: ids.works }, maren, now)).toEqual(forbidden)
  expect(await site.db.category.findMany()).toEqual(tree)
})

test('what was done stands in the audit log', async () => {
  must(await mergeCategory(site.db, { id: ids.ferries, intoId: ids.works }, ines, now))
  const event = await site.db.auditEvent.findFirst({ orderBy: { id: 'desc' } })
  expect(event).toMatchObject({ act: 'taxonomy.edit', object: `category:${ids.works}`, actorName: 'Ines' })
  expect(event?.details).toMatchObject({ did: 'merge', name: 'Ferries', articles: 3 })
})
