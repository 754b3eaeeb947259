import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { transact } from '@/lib/invalidation'
import { addArticle } from '@/lib/testing/articles'
import { passingFolder } from '@/lib/testing/passing-folder'
import { testDatabase } from '@/lib/testing/test-database'
import { keyOfSocial } from './address'
import { DRAWN_AT_ONCE, fillSchema, fillSocialImages, finishFilling, lookThroughSocialImages } from './fill-mutations'

const site = testDatabase()
const noon = new Date('2026-11-23T12:00:00Z')
const dataDir = passingFolder('archive')

const jobs = () => site.db.job.findMany({ where: { kind: { startsWith: 'socialImages.' }, finishedAt: null } })
const images = async () => {
  const rows = await site.db.article.findMany({ orderBy: { id: 'asc' }, select: { socialImage: true } })
  return rows.map(({ socialImage }) => socialImage)
}
const files = () => (existsSync(join(dataDir, 'media')) ? readdirSync(join(dataDir, 'media')) : [])

/** Takes the one job that is there; answers what it was. */
async function nextGo() {
  const [job, ...others] = await jobs()
  expect([job?.kind, others]).toEqual(['socialImages.fill', []])
  await site.db.job.deleteMany({ where: { id: job?.id ?? 0 } })
  return { filling: fillSchema.parse(job?.payload), runAt: job?.runAt }
}

test('an archive gets them a few at a time, the newest first, and goes on where a process ended', async () => {
  const count = DRAWN_AT_ONCE + 3
  for (let i = 1; i <= count; i++) await addArticle(site.db, { slug: `old-${i}`, headline: `Old news ${i}` })
  await addArticle(site.db, { slug: 'draft', status: 'DRAFT', publishedAt: null })
  expect(await jobs()).toEqual([])
  await lookThroughSocialImages(site.db, noon)
  await lookThroughSocialImages(site.db, noon)

  const first = await nextGo()
  await fillSocialImages(site.db, first.filling, dataDir)
  const drawn = files()
  expect([drawn.length, (await images()).filter(Boolean)]).toEqual([DRAWN_AT_ONCE, []])
  const madeAt = () => drawn.map((key) => statSync(join(dataDir, 'media', key)).mtimeMs)
  const before = madeAt()
  // Its process ended before that was noted: begun again, it draws nothing twice.
  await fillSocialImages(site.db, first.filling, dataDir)
  await transact(site.db, (tx) => finishFilling(tx, first.filling, noon, dataDir))
  expect(madeAt()).toEqual(before)
  const named = await images()
  expect(
    named
      .slice(3, count)
      .map((path) => keyOfSocial(path ?? ''))
      .toSorted(),
  ).toEqual(drawn.toSorted())
  expect([...named.slice(0, 3), named.at(-1)]).toEqual([null, null, null, null])

  const second = await nextGo()
  expect(second.runAt).toEqual(noon)
  await fillSocialImages(site.db, second.filling, dataDir)
  await transact(site.db, (tx) => finishFilling(tx, second.filling, noon, dataDir))
  expect(await jobs()).toEqual([])
  expect((await images()).filter(Boolean)).toHaveLength(count)
  expect(files()).toHaveLength(count)
  await lookThroughSocialImages(site.db, noon)
  expect(await jobs()).toEqual([])
})

test('what came since is found without looking at all that was there', async () => {
  const newest = await site.db.article.findFirstOrThrow({ orderBy: { id: 'desc' }, select: { id: true } })
  const id = await addArticle(site.db, { slug: 'new', headline: 'New news' })
  await lookThroughSocialImages(site.db, noon)
  const { filling } = await nextGo()
  expect(filling).toMatchObject({ downTo: newest.id, upTo: id, before: id + 1 })
  await fillSocialImages(site.db, filling, dataDir)
  await transact(site.db, (tx) => finishFilling(tx, filling, noon, dataDir))
  expect((await images()).at(-1)).toMatch(/^\/media\//)
})

test('one that was not drawn is asked for alone, and keeps nothing else from going on', async () => {
  const id = await addArticle(site.db, { slug: 'undrawn', headline: 'Not drawn' })
  await lookThroughSocialImages(site.db, noon)
  const { filling } = await nextGo()
  await transact(site.db, (tx) => finishFilling(tx, filling, noon, dataDir))
  const [job, ...others] = await jobs()
  expect([job?.kind, job?.payload, others]).toEqual(['socialImages.make', { articleId: id }, []])
  await site.db.job.deleteMany()
  await lookThroughSocialImages(site.db, noon)
  expect(await jobs()).toEqual([])
})

test('beyond the newest hundred it pauses after each go', async () => {
  await site.db.article.updateMany({ data: { socialImage: null } })
  const { id } = await site.db.article.findFirstOrThrow({ orderBy: { id: 'desc' }, select: { id: true } })
  const filling = { names: '', before: id + 1, downTo: 0, upTo: id + 100 }
  await fillSocialImages(site.db, filling, dataDir)
  await transact(site.db, (tx) => finishFilling(tx, filling, noon, dataDir))
  expect((await nextGo()).runAt).toEqual(new Date(noon.getTime() + 5_000))
})
