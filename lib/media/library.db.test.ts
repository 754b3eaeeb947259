import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { saveWorkingCopy } from '@/lib/articles/editing/copy-mutations'
import { changed, transact } from '@/lib/invalidation'
import { AUTHORS_TAG } from '@/lib/site/facts'
import { actor, ines, must, stored, writeDraft, writeLive } from '@/lib/testing/newsroom'
import { passingFolder } from '@/lib/testing/passing-folder'
import { testDatabase } from '@/lib/testing/test-database'
import { countExpiringMedia, getMedia, listMedia, listPictureChoices } from './admin-queries'
import { forgetFiles } from './forget-mutations'
import { readLibraryList } from './library-list'
import { deleteMedia, editMedia } from './library-mutations'
import { mediaSchema } from './library-schema'
import { indexWords, lookThrough } from './use-mutations'

const site = testDatabase()
const now = new Date('2026-11-23T12:00:00Z')
const nia = actor('Nia', 'AUTHOR')
const cory = actor('Cory', 'CONTRIBUTOR')

let made = 0
const hash = () => String(++made).padStart(32, 'a').repeat(2)

/** An upload in the library whose files nobody asks for. */
async function add(over: Partial<Parameters<typeof site.db.media.create>[0]['data']> = {}) {
  const own = hash()
  const path = `/media/${own.slice(0, 32)}/1600x1200.jpg`
  const data = { path, hash: own, mimeType: 'image/jpeg', width: 1600, height: 1200, storedAt: now, createdAt: now }
  const row = await site.db.media.create({
    data: { ...data, words: 'x', ...(over as object) },
    select: { id: true, path: true },
  })
  return row
}

const said = (id: number, over: Record<string, string> = {}) => mediaSchema.parse({ id: String(id), ...over })
const names = async (query: Record<string, string>, viewer = ines) =>
  (await listMedia(site.db, viewer, readLibraryList(query), now)).media.map(({ originalName }) => originalName)

beforeAll(async () => {
  await add({ originalName: 'old', createdAt: new Date('2025-03-01T00:00:00Z'), credit: 'Idris Vane', alt: 'Quay' })
  await add({
    originalName: 'ends',
    rightsUntil: 20261201,
    licence: 'agency',
    alt: 'A',
    credit: 'B',
    uploaderId: 'nia',
    uploaderName: 'Nia',
  })
  await add({ originalName: 'ended', rightsUntil: 20261101, decorative: true, credit: 'B' })
  await add({ originalName: 'later', rightsUntil: 20270601, words: '' })
})

test('the library is listed by what needs to be done, newest first', async () => {
  expect(await names({})).toEqual(['later', 'ended', 'ends', 'old'])
  expect(await names({ view: 'noAlt' })).toEqual(['later'])
  expect(await names({ view: 'noCredit' })).toEqual(['later'])
  expect(await names({ view: 'ends' })).toEqual(['ended', 'ends'])
  expect(await names({ licence: 'agency' })).toEqual(['ends'])
  expect(await names({ licence: 'none', month: '2025-03' })).toEqual(['old'])
  expect(await names({ by: 'nia' })).toEqual(['ends'])
  expect(await countExpiringMedia(site.db, ines, now)).toBe(2)
  expect(await countExpiringMedia(site.db, nia, now)).toBe(0)
})

test('what is said of a file is what it is found by, and is no longer an import’s to say', async () => {
  const { id } = await add({ originalName: 'DSC_1.jpg' })
  const words = {
    alt: 'Fähre',
    caption: 'Am Kai',
    credit: 'Vane',
    licence: 'cc',
    rightsUntil: '2027-01-31',
    focalX: '20,5',
  }
  must(await editMedia(site.db, said(id, words), ines, now))
  expect(await site.db.media.findUnique({ where: { id } })).toMatchObject({
    ...{ alt: 'Fähre', licence: 'cc', rightsUntil: 20270131, focalX: 0.205, focalY: 0.5, editedAt: now },
    awaitsVariants: true,
  })
  expect(await names({ words: 'fahre KAI' })).toEqual(['DSC_1.jpg'])
  const again = { decorative: 'on', alt: 'Fähre', focalX: '20.5', seen: now.toISOString() }
  must(await editMedia(site.db, said(id, again), ines, now))
  expect(await site.db.media.findUnique({ where: { id } })).toMatchObject({ alt: '', decorative: true })
  expect(await site.db.auditEvent.count({ where: { act: 'media.edit', object: `media:${id}` } })).toBe(2)
})

test('of two who change the words of a file the second is told, and overwrites nothing', async () => {
  const { id } = await add({ caption: 'At first' })
  must(await editMedia(site.db, said(id, { caption: 'Hers' }), ines, now))
  const later = new Date(now.getTime() + 60_000)
  expect(await editMedia(site.db, said(id, { caption: 'His' }), ines, later)).toEqual({
    ok: false,
    reason: 'overtaken',
  })
  const { editedAt, caption } = await site.db.media.findUniqueOrThrow({ where: { id } })
  expect([caption, editedAt]).toEqual(['Hers', now])
  must(await editMedia(site.db, said(id, { caption: 'His', seen: now.toISOString() }), ines, later))
})

test('a moved focal point makes the crops anew, and nothing else does', async () => {
  const { id } = await add()
  await site.db.mediaVariant.createMany({
    data: ['16x9', 'avif'].map((format) => ({ mediaId: id, format, width: 1200, height: 675, bytes: 1 })),
  })
  must(await editMedia(site.db, said(id, { caption: 'Words' }), ines, now))
  expect(await site.db.mediaVariant.count({ where: { mediaId: id } })).toBe(2)
  must(await editMedia(site.db, said(id, { focalY: '10', seen: now.toISOString() }), ines, now))
  const left = await site.db.mediaVariant.findMany({ where: { mediaId: id } })
  expect(left.map(({ format }) => format)).toEqual(['avif'])
  const job = await site.db.job.findUnique({ where: { uniqueKey: `media.avif ${id}` } })
  expect(job?.finishedAt).toBeNull()
})

test('authors change and delete what they added, and nobody else’s', async () => {
  const [own, others] = [await add({ uploaderId: nia.id }), await add({ uploaderId: ines.id })]
  must(await editMedia(site.db, said(own.id), nia, now))
  expect(await editMedia(site.db, said(others.id), nia, now)).toEqual({ ok: false, reason: 'forbidden' })
  expect(await deleteMedia(site.db, { id: others.id, sure: true }, nia, now)).toEqual({
    ok: false,
    reason: 'forbidden',
  })
  const corys = await add({ uploaderId: cory.id })
  expect(await deleteMedia(site.db, { id: corys.id, sure: true }, cory, now)).toMatchObject({ reason: 'forbidden' })
  must(await deleteMedia(site.db, { id: own.id, sure: false }, nia, now))
  expect(await getMedia(site.db, ines, own.id)).toBeNull()
})

const lead = (src: string) => ({ src, alt: '', caption: '', credit: '', width: 1600, height: 1200 })

test('where a file is used is known as soon as it is: above a text, in it, in its working copy', async () => {
  const [one, two] = [await add({ originalName: 'one' }), await add({ originalName: 'two' })]
  const body = `<p>Words.</p><figure><img src="${two.path}" alt="x"></figure>`
  const live = await writeLive(site.db, now, { leadImage: lead(one.path), body })
  const using = async (id: number) => (await getMedia(site.db, ines, id))?.users ?? []
  expect(await using(one.id)).toMatchObject([{ id: live.id, isLead: true, isOnlyCopy: false }])
  expect(await using(two.id)).toMatchObject([{ id: live.id, isLead: false, isOnlyCopy: false }])
  const three = await add({ originalName: 'three' })
  const content = { ...live.content, leadImage: lead(three.path) }
  const { version } = await stored(site.db, live.id)
  const saved = must(await saveWorkingCopy(site.db, { id: live.id, version, copyVersion: null, content }, ines, now))
  expect(await using(three.id)).toMatchObject([{ id: live.id, isOnlyCopy: true }])
  expect(await using(one.id)).toHaveLength(1)
  await saveWorkingCopy(
    site.db,
    { id: live.id, version, copyVersion: saved.copyVersion, content: live.content },
    ines,
    now,
  )
  expect(await using(three.id)).toEqual([])
  expect(await names({ view: 'unused', words: '' })).not.toContain('one')
  expect(await names({ view: 'unused' })).toContain('three')
})

test('nobody reads in the library what they may not read', async () => {
  const { id, path } = await add()
  await writeDraft(site.db, now, { headline: 'Secret', leadImage: lead(path) })
  expect(await getMedia(site.db, nia, id)).toMatchObject({ users: [], otherUsers: 1 })
  expect(await getMedia(site.db, ines, id)).toMatchObject({ users: [{ headline: 'Secret' }], otherUsers: 0 })
})

test('an author’s picture is not deleted from under them', async () => {
  const { id, path } = await add()
  const portrait = { src: path, width: 240, height: 240 }
  await transact(site.db, async (tx) => {
    await tx.author.create({ data: { slug: 'portrayed', name: 'P', portrait } })
    changed(tx, AUTHORS_TAG)
  })
  expect(await deleteMedia(site.db, { id, sure: true }, ines, now)).toEqual({ ok: false, reason: 'portrait' })
  expect(await getMedia(site.db, ines, id)).toMatchObject({ portraitOf: ['P'] })
})

test('files go with what was deleted, and nobody else’s do', async () => {
  const dataDir = passingFolder('data')
  const key = (letter: string) => letter.repeat(32)
  const put = (path: string) => {
    const file = join(dataDir, 'media', path)
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, 'x')
    return file
  }
  const since = Date.now() + 60_000
  const [gone, kept] = [put(`${key('1')}/3x2.jpg`), put(`${key('2')}/3x2.jpg`)]
  await add({ hash: key('2').repeat(2), path: `/media/${key('2')}/3x2.jpg` })
  const forget = (path: string, at = since) => forgetFiles(site.db, { path, since: at }, dataDir)
  // What came again after it was deleted stays.
  await forget(`/media/${key('1')}/3x2.jpg`, 1_000)
  expect(existsSync(gone)).toBe(true)
  await forget(`/media/${key('1')}/3x2.jpg`)
  await forget(`/media/${key('2')}/3x2.jpg`)
  expect([existsSync(gone), existsSync(kept)]).toEqual([false, true])
  const uploads = '/wp-content/uploads/2020'
  const files = ['a.jpg', 'a-300x200.jpg', 'a-2.jpg', 'ab-300x200.jpg', 'a-600x400.jpg'].map((name) =>
    put(`${uploads}/${name}`),
  )
  await add({ hash: null, path: `${uploads}/a-600x400.jpg` })
  await forget(`${uploads}/a.jpg`)
  expect(files.map((file) => existsSync(file))).toEqual([false, false, true, true, true])
  await forget('/wp-content/uploads/../../secret')
  await forget('/wp-content/uploads/2020/')
  expect(existsSync(files[2] ?? '')).toBe(true)
})

test('what was here before the library was searched is found and counted by a job', async () => {
  const { id, path } = await add({ originalName: 'before.jpg', words: '' })
  const live = await writeLive(site.db, now, { leadImage: lead(path) })
  await site.db.mediaUse.deleteMany({ where: { mediaId: id } })
  await indexWords(site.db)
  for (let after = 0; ; ) {
    await transact(site.db, (tx) => lookThrough(tx, { after }, now))
    const next = await site.db.job.findFirst({
      where: { kind: 'media.lookThrough', uniqueKey: { not: `media.lookThrough ${after}` } },
      orderBy: { id: 'desc' },
    })
    const step = (next?.payload as { after?: number } | undefined)?.after ?? 0
    if (step <= after) break
    after = step
  }
  expect(await names({ words: 'before' })).toEqual(['before.jpg'])
  expect((await getMedia(site.db, ines, id))?.users).toMatchObject([{ id: live.id }])
})

test('whoever writes finds a picture by its words, and nothing that cannot stand in a text', async () => {
  const { id } = await add({
    title: 'A lighthouse at dusk',
    alt: 'A lighthouse.',
    credit: 'N. Askew',
    words: 'lighthouse dusk',
  })
  await add({ title: 'Lighthouse, not here yet', storedAt: null, words: 'lighthouse' })
  const [found, ...others] = await listPictureChoices(site.db, cory, 'Lighthouse', now)
  expect(found).toMatchObject({
    id,
    width: 1600,
    alt: 'A lighthouse.',
    credit: 'N. Askew',
    name: 'A lighthouse at dusk',
  })
  expect(found?.thumbnail).toContain('/320.webp')
  expect(others).toEqual([])
  expect(await listPictureChoices(site.db, cory, 'no such thing', now)).toEqual([])
})
