import { expect, test } from 'vitest'
import { actor, ines, must, writeLive } from '@/lib/testing/newsroom'
import { testDatabase } from '@/lib/testing/test-database'
import { getMedia } from './admin-queries'
import { fillGaps } from './arrived-mutations'
import { deleteMedia } from './library-mutations'
import { recordUpload } from './upload-mutations'

const site = testDatabase()
const now = new Date('2026-11-23T12:00:00Z')
const lead = (src: string) => ({ src, alt: '', caption: '', credit: '', width: 1600, height: 1200 })

test('what readers would miss only editors delete, and say that they mean it; the article keeps a gap', async () => {
  const nia = actor('Nia', 'AUTHOR')
  const path = '/media/shown.jpg'
  const { id } = await site.db.media.create({ data: { path, mimeType: 'image/jpeg', uploaderId: nia.id } })
  const live = await writeLive(site.db, now, { leadImage: lead(path) })
  const refused = async (by = nia, sure = true) => deleteMedia(site.db, { id, sure }, by, now)
  expect(await refused()).toEqual({ ok: false, reason: 'used' })
  expect(await refused(ines, false)).toEqual({ ok: false, reason: 'sure' })
  const before = await site.db.invalidation.count({ where: { tag: `article:${live.id}` } })
  expect(must(await deleteMedia(site.db, { id, sure: true }, ines, now))).toEqual({ ok: true, articles: 1 })
  const article = await site.db.article.findUniqueOrThrow({ where: { id: live.id } })
  expect(article.missingImages).toEqual([path])
  expect(await site.db.invalidation.count({ where: { tag: `article:${live.id}` } })).toBeGreaterThan(before)
  const job = await site.db.job.findUniqueOrThrow({ where: { uniqueKey: `media.forget ${path}` } })
  expect(job.payload).toEqual({ path, since: now.getTime() })
})

test('what is deleted of an archive is missing by each address that a text has of it, and no other picture is', async () => {
  const uploads = '/wp-content/uploads/2019'
  const archived = (name: string) =>
    site.db.media.create({ data: { path: `${uploads}/${name}`, mimeType: 'image/jpeg', storedAt: now } })
  const [quay] = [await archived('quay.jpg'), await archived('quay-90x60.jpg'), await archived('boat.jpg')]
  const images = ['quay-300x200.jpg', 'quay-90x60.jpg', 'boat-300x200.jpg', 'quay.jpg?a=1&amp;b=2']
  const body = images.map((name) => `<figure><img src="${uploads}/${name}" alt="x"></figure>`).join('')
  const live = await writeLive(site.db, now, { leadImage: lead(`${uploads}/quay-600x400.jpg`), body })
  must(await deleteMedia(site.db, { id: quay.id, sure: true }, ines, now))
  const { missingImages } = await site.db.article.findUniqueOrThrow({ where: { id: live.id } })
  const gone = ['quay-300x200.jpg', 'quay-600x400.jpg', 'quay.jpg', 'quay.jpg?a=1&b=2']
  expect((missingImages as string[]).toSorted()).toEqual(gone.map((name) => `${uploads}/${name}`))
})

test('what was deleted and is uploaded again fills its gap, and is used as it was', async () => {
  const facts = { width: 800, height: 600, bytes: 9, animated: false }
  const said = { title: '', caption: '', credit: '', origin: '', rights: '', licence: '' as const, takenAt: null }
  const file = { ...facts, hash: 'ab'.repeat(32), originalName: 'quay.jpg', type: 'jpg' as const, variants: [], said }
  const first = await recordUpload(site.db, file, ines, now)
  const [gap, other] = ['/media/gone.jpg', '/wp-content/uploads/none.jpg']
  const live = await writeLive(site.db, now, { leadImage: lead(first.src) })
  await site.db.article.update({ where: { id: live.id }, data: { missingImages: [gap, other] } })
  must(await deleteMedia(site.db, { id: first.id, sure: true }, ines, now))
  await fillGaps(site.db)
  const missing = async () => (await site.db.article.findUniqueOrThrow({ where: { id: live.id } })).missingImages
  expect(await missing()).toEqual([gap, other, first.src])
  await site.db.job.deleteMany({ where: { kind: 'media.fillGaps' } })
  const again = await recordUpload(site.db, file, ines, now)
  expect(again.src).toBe(first.src)
  expect(await site.db.job.count({ where: { kind: 'media.fillGaps', finishedAt: null } })).toBe(1)
  const told = () => site.db.invalidation.count({ where: { tag: `article:${live.id}` } })
  const before = await told()
  await fillGaps(site.db)
  expect(await missing()).toEqual([gap, other])
  expect(await told()).toBeGreaterThan(before)
  expect((await getMedia(site.db, ines, again.id))?.users).toMatchObject([{ id: live.id, isLead: true }])
})
