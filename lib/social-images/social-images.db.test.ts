import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { headTag } from '@/lib/articles/change-tags'
import { publishChanges, saveWorkingCopy } from '@/lib/articles/editing/copy-mutations'
import { publish, schedule, submit, withdraw } from '@/lib/articles/editing/publish-mutations'
import { getArticle } from '@/lib/articles/queries'
import { onInvalidation, transact } from '@/lib/invalidation'
import { forgetLeftovers } from '@/lib/media/avif-mutations'
import { getSiteFacts } from '@/lib/site/facts'
import { writeSetting } from '@/lib/site/mutations'
import { addCategory } from '@/lib/taxonomy/mutations'
import { ines, must, stored, writeDraft, writeLive } from '@/lib/testing/newsroom'
import { passingFolder } from '@/lib/testing/passing-folder'
import { testDatabase } from '@/lib/testing/test-database'
import { keyOfSocial } from './address'
import { fillSchema, fillSocialImages, finishFilling, lookThroughSocialImages } from './fill-mutations'
import { finishSocialImage, forgetSocialImage, makeSocialImage, wantedOf } from './mutations'

const site = testDatabase()
const noon = new Date('2026-11-23T12:00:00Z')

const told = new Set<string>()
onInvalidation((tags) => {
  for (const tag of tags) told.add(tag)
})

/** What the jobs do that are waiting, in a folder of the test's own. */
async function doJobs(dataDir: string): Promise<number> {
  const jobs = await site.db.job.findMany({ where: { kind: { startsWith: 'socialImages.' } }, orderBy: { id: 'asc' } })
  await site.db.job.deleteMany({ where: { id: { in: jobs.map(({ id }) => id) } } })
  for (const { kind, payload } of jobs) {
    const order = payload as { articleId: number; path: string }
    if (kind === 'socialImages.fill') {
      const filling = fillSchema.parse(payload)
      await fillSocialImages(site.db, filling, dataDir)
      await transact(site.db, (tx) => finishFilling(tx, filling, noon, dataDir))
    } else if (kind === 'socialImages.forget') await forgetSocialImage(site.db, order, dataDir)
    else {
      await makeSocialImage(site.db, order, dataDir)
      await transact(site.db, (tx) => finishSocialImage(tx, order, noon))
    }
  }
  return jobs.length
}
async function settle(dataDir: string): Promise<void> {
  while (await doJobs(dataDir));
}
const imageOf = async (id: number) =>
  (await site.db.article.findUniqueOrThrow({ where: { id }, select: { socialImage: true } })).socialImage ?? ''
const filesIn = (dataDir: string) => (existsSync(join(dataDir, 'media')) ? readdirSync(join(dataDir, 'media')) : [])

test('an article that is published gets one, which its page names as soon as it is there', async () => {
  const dataDir = passingFolder('data')
  const { id } = await writeLive(site.db, noon)
  const { path } = (await stored(site.db, id)).input
  const read = async () => getArticle(site.db, path, await getSiteFacts(site.db), noon)
  expect(await read()).toMatchObject({ socialImage: null })
  told.clear()
  await settle(dataDir)
  const image = await imageOf(id)
  expect(image).toMatch(/^\/media\/[0-9a-f]{32}\/1200x630\.png$/)
  expect(existsSync(join(dataDir, image))).toBe(true)
  expect(await read()).toMatchObject({ socialImage: image })
  expect([...told]).toEqual([headTag(id)])
})

test('planted: nothing is drawn of a draft, and what its image will be called is not there before', async () => {
  const dataDir = passingFolder('data')
  const draft = await writeDraft(site.db, noon)
  const { headline } = draft.content
  const facts = { ...{ id: draft.id, status: 'PUBLISHED', headline, locale: draft.content.locale } }
  const rest = { leadImage: null, missingImages: null, sourceSite: null, socialImage: null, primaryCategory: null }
  const known = wantedOf({ ...facts, ...rest }, 'Broadsheet') ?? expect.fail()

  const sent = must(await submit(site.db, draft, ines, noon))
  const publishAt = new Date(noon.getTime() + 60_000)
  const scheduled = must(await schedule(site.db, { ...draft, version: sent.version, publishAt }, ines, noon))
  await makeSocialImage(site.db, { articleId: draft.id }, dataDir)
  await transact(site.db, (tx) => finishSocialImage(tx, { articleId: draft.id }, noon))
  await settle(dataDir)
  expect([filesIn(dataDir), await imageOf(draft.id)]).toEqual([[], ''])

  must(await publish(site.db, { ...draft, version: scheduled.version }, ines, noon))
  await settle(dataDir)
  expect(await imageOf(draft.id)).toBe(known.path)
})

test('its address cannot be reckoned from what it says', async () => {
  const row = { ...{ id: 1, status: 'PUBLISHED', headline: 'The last boat', locale: 'en', leadImage: null } }
  const rest = { missingImages: null, sourceSite: null, socialImage: null, primaryCategory: null }
  const one = wantedOf({ ...row, ...rest }, 'Post')?.key
  const { createHash } = await import('node:crypto')
  const text = { headline: 'The last boat', category: '', site: 'Post', locale: 'en', dir: 'ltr' }
  for (const guess of [JSON.stringify([1, 1, text]), 'The last boat', JSON.stringify(text)]) {
    expect(createHash('sha256').update(guess).digest('hex').slice(0, 32)).not.toBe(one)
  }
  expect(wantedOf({ ...row, ...rest, id: 2 }, 'Post')?.key).not.toBe(one)
})

test('changes that readers do not see yet are not on it; once they do, the old one is gone', async () => {
  const dataDir = passingFolder('data')
  const live = await writeLive(site.db, noon)
  await settle(dataDir)
  const before = await imageOf(live.id)
  const content = { ...live.content, headline: 'What we will say tomorrow' }
  const { copyVersion } = must(await saveWorkingCopy(site.db, { ...live, copyVersion: null, content }, ines, noon))
  await makeSocialImage(site.db, { articleId: live.id }, dataDir)
  await settle(dataDir)
  expect([await imageOf(live.id), filesIn(dataDir)]).toEqual([before, [keyOfSocial(before)]])

  const { version } = await stored(site.db, live.id)
  must(await publishChanges(site.db, { id: live.id, version, copyVersion }, ines, noon))
  await settle(dataDir)
  const after = await imageOf(live.id)
  expect(after).not.toBe(before)
  expect(filesIn(dataDir)).toEqual([keyOfSocial(after)])
})

test('another save that says the same draws nothing', async () => {
  const dataDir = passingFolder('data')
  const live = await writeLive(site.db, noon)
  await settle(dataDir)
  const content = { ...live.content, dek: 'More of it' }
  const { copyVersion } = must(await saveWorkingCopy(site.db, { ...live, copyVersion: null, content }, ines, noon))
  const { version } = await stored(site.db, live.id)
  must(await publishChanges(site.db, { id: live.id, version, copyVersion }, ines, noon))
  const path = await imageOf(live.id)
  const { mtimeMs } = statSync(join(dataDir, path))
  told.clear()
  await settle(dataDir)
  expect([await imageOf(live.id), statSync(join(dataDir, path)).mtimeMs, [...told]]).toEqual([path, mtimeMs, []])
})

test('what is withdrawn loses it, file and all', async () => {
  const dataDir = passingFolder('data')
  const live = await writeLive(site.db, noon)
  await settle(dataDir)
  expect(filesIn(dataDir)).toHaveLength(1)
  const { version } = await stored(site.db, live.id)
  must(await withdraw(site.db, { id: live.id, version, notice: 'It was wrong.' }, ines, noon))
  await settle(dataDir)
  expect([await imageOf(live.id), filesIn(dataDir)]).toEqual(['', []])
})

test('an article with a picture has none', async () => {
  const dataDir = passingFolder('data')
  const leadImage = { src: '/wp-content/uploads/a.jpg', alt: '', caption: '', credit: '', width: 900, height: 600 }
  const { id } = await writeLive(site.db, noon, { leadImage })
  await settle(dataDir)
  expect([await imageOf(id), filesIn(dataDir)]).toEqual(['', []])
})

test('another name of the site or of a category is on all of them soon after', async () => {
  const dataDir = passingFolder('data')
  // Those of the other tests would all be drawn again.
  await site.db.article.deleteMany()
  const primaryCategoryId = await transact(site.db, (tx) =>
    addCategory(tx, { slug: 'sea', path: 'sea', name: 'Sea', description: '', position: 0, parentId: null }),
  )
  const { id } = await writeLive(site.db, noon, { primaryCategoryId })
  await settle(dataDir)
  await lookThroughSocialImages(site.db, noon)
  await settle(dataDir)
  const images = [await imageOf(id)]
  await lookThroughSocialImages(site.db, noon)
  expect(await doJobs(dataDir)).toBe(0)

  await transact(site.db, (tx) => writeSetting(tx, 'site', { name: 'The Evening Post' }))
  await lookThroughSocialImages(site.db, noon)
  await settle(dataDir)
  images.push(await imageOf(id))
  await site.db.category.update({ where: { id: primaryCategoryId }, data: { name: 'Coast' } })
  await lookThroughSocialImages(site.db, noon)
  await settle(dataDir)
  images.push(await imageOf(id))
  expect(new Set(images).size).toBe(3)
  expect(existsSync(join(dataDir, images[2] ?? ''))).toBe(true)
  expect(existsSync(join(dataDir, images[0] ?? ''))).toBe(false)
})

test('one that is named is no leftover of an upload', async () => {
  const dataDir = passingFolder('data')
  const { id } = await writeLive(site.db, noon)
  await settle(dataDir)
  await forgetLeftovers(site.db, new Date(Date.now() + 2 * 86_400_000), dataDir)
  expect(existsSync(join(dataDir, await imageOf(id)))).toBe(true)
  await site.db.article.update({ where: { id }, data: { socialImage: null }, select: { id: true } })
  await forgetLeftovers(site.db, new Date(Date.now() + 2 * 86_400_000), dataDir)
  expect(filesIn(dataDir)).toEqual([])
})
