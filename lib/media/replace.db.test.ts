import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { Overtaken } from '@/lib/articles/editing/act-mutations'
import { saveWorkingCopy } from '@/lib/articles/editing/copy-mutations'
import type { Tx } from '@/lib/db'
import { htmlToDocument } from '@/lib/documents/html-document'
import { changed, transact } from '@/lib/invalidation'
import { findRedirect } from '@/lib/redirects/queries'
import { AUTHORS_TAG, getSiteFacts } from '@/lib/site/facts'
import { actor, ines, must, stored, writeLive } from '@/lib/testing/newsroom'
import { testDatabase } from '@/lib/testing/test-database'
import { findOldAddress } from '@/lib/wordpress/old-address-queries'
import { getMedia } from './admin-queries'
import { moveUses, replaceFile } from './replace-mutations'

const site = testDatabase()
const now = new Date('2026-11-23T12:00:00Z')

let made = 0
async function add(size: [number, number], over: object = {}) {
  made++
  const [width, height] = size
  const path = `/media/${String(made).padStart(32, 'b')}/${width}x${height}.jpg`
  const data = {
    path,
    hash: String(made).padStart(32, 'b').repeat(2),
    mimeType: 'image/jpeg',
    width,
    height,
    storedAt: now,
    bytes: 9,
  }
  return site.db.media.create({ data: { ...data, uploaderId: ines.id, ...over }, select: { id: true, path: true } })
}

async function move(mediaId: number) {
  const jobs = await site.db.job.findMany({ where: { kind: 'media.moveUses', finishedAt: null } })
  const job = jobs.find(({ payload }) => (payload as { mediaId?: number }).mediaId === mediaId)
  await transact(site.db, (tx) => moveUses(tx, job?.payload as Parameters<typeof moveUses>[1], now))
}

async function leadOf(path: string): Promise<string | null> {
  const lead = await findRedirect({ db: site.db, facts: await getSiteFacts(site.db) }, path)
  return lead?.status === 301 ? lead.location : null
}

test('another file takes the place of one, in articles, drafts of changes and old addresses', async () => {
  const was = await add([1600, 1200], { caption: 'Kept words', focalX: 0.2 })
  await site.db.mediaVariant.create({ data: { mediaId: was.id, format: 'avif', width: 320, height: 240, bytes: 1 } })
  const body = `<p>Words.</p><figure><img src="${was.path}" alt="x" width="1600" height="1200"></figure>`
  const leadImage = { src: was.path, alt: 'Lead', caption: '', credit: '', width: 1600, height: 1200 }
  const live = await writeLive(site.db, now, { leadImage, body, document: htmlToDocument(body) })
  const { version } = await stored(site.db, live.id)
  const changes = { ...live.content, headline: 'Changes' }
  must(await saveWorkingCopy(site.db, { id: live.id, version, copyVersion: null, content: changes }, ines, now))
  const by = await add([800, 500])
  await site.db.mediaVariant.create({ data: { mediaId: by.id, format: 'webp', width: 320, height: 200, bytes: 2 } })
  const told = () => site.db.invalidation.count({ where: { tag: `article:${live.id}` } })
  const before = await told()
  must(await replaceFile(site.db, { id: was.id, byId: by.id }, ines, now))
  expect(await site.db.media.findUnique({ where: { id: was.id } })).toMatchObject({
    ...{ path: by.path, width: 800, height: 500, caption: 'Kept words', focalX: 0.5, awaitsVariants: true },
  })
  expect(await site.db.media.findUnique({ where: { id: by.id } })).toBeNull()
  const variants = await site.db.mediaVariant.findMany({ where: { mediaId: was.id } })
  expect(variants.map(({ format, height }) => `${format} ${height}`)).toEqual(['webp 200'])
  const key = was.path.split('/')[2]
  for (const name of ['1600x1200.jpg', '640.webp', '16x9-1200x675.jpg'])
    expect(await leadOf(`/media/${key}/${name}`)).toBe(by.path)
  await move(was.id)
  expect(await told()).toBeGreaterThan(before)
  const after = await stored(site.db, live.id)
  expect(after.version).toBe(version)
  expect(after.input.leadImage).toEqual({ ...leadImage, src: by.path, width: 800, height: 500 })
  expect(after.input.body).toContain(`src="${by.path}"`)
  expect(after.input.body).not.toContain(was.path)
  expect(JSON.stringify(after.input.document)).not.toContain(was.path)
  const copy = await site.db.workingCopy.findUniqueOrThrow({ where: { articleId: live.id } })
  expect(JSON.stringify(copy.content)).not.toContain(was.path)
  expect((await getMedia(site.db, ines, was.id))?.users).toHaveLength(1)
})

test('whoever still had the old address open and saves it uses the picture all the same', async () => {
  const was = await add([900, 600])
  const by = await add([300, 200])
  must(await replaceFile(site.db, { id: was.id, byId: by.id }, ines, now))
  await writeLive(site.db, now, {
    leadImage: { src: was.path, alt: '', caption: '', credit: '', width: 900, height: 600 },
  })
  expect((await getMedia(site.db, ines, was.id))?.users).toHaveLength(1)
})

test('a file that somebody shows, that another added, or that is there already takes no other’s place', async () => {
  const nia = actor('Nia', 'AUTHOR')
  const [was, shown, others] = [
    await add([400, 300]),
    await add([500, 300]),
    await add([600, 300], { uploaderId: 'oda' }),
  ]
  await writeLive(site.db, now, {
    leadImage: { src: shown.path, alt: '', caption: '', credit: '', width: 500, height: 300 },
  })
  const by = async (byId: number, actor = ines) => replaceFile(site.db, { id: was.id, byId }, actor, now)
  expect(await by(shown.id)).toEqual({ ok: false, reason: 'alreadyHere' })
  expect(await by(others.id)).toEqual({ ok: false, reason: 'alreadyHere' })
  expect(await by(was.id)).toEqual({ ok: false, reason: 'same' })
  expect(await by(others.id, nia)).toEqual({ ok: false, reason: 'forbidden' })
})

test('what is shown already, only editors replace, and what is no picture nobody', async () => {
  const cory = actor('Cory', 'CONTRIBUTOR')
  const own = { uploaderId: cory.id }
  const [shown, portrayed, free] = [await add([700, 300], own), await add([710, 300], own), await add([720, 300], own)]
  await writeLive(site.db, now, {
    leadImage: { src: shown.path, alt: '', caption: '', credit: '', width: 700, height: 300 },
  })
  const portrait = { src: portrayed.path, width: 710, height: 300 }
  await transact(site.db, async (tx) => {
    await tx.author.create({ data: { slug: 'shown', name: 'S', portrait } })
    changed(tx, AUTHORS_TAG)
  })
  const by = async (id: number, viewer = cory) =>
    replaceFile(site.db, { id, byId: (await add([730 + id, 300], { uploaderId: viewer.id })).id }, viewer, now)
  const mayReplace = async (id: number, viewer = cory) => (await getMedia(site.db, viewer, id))?.mayReplace
  expect(await by(shown.id)).toEqual({ ok: false, reason: 'shown' })
  expect(await by(portrayed.id)).toEqual({ ok: false, reason: 'shown' })
  expect([await mayReplace(shown.id), await mayReplace(portrayed.id), await mayReplace(free.id)]).toEqual([
    ...[false, false, true],
  ])
  expect(await mayReplace(shown.id, ines)).toBe(true)
  must(await by(free.id))
  must(await by(shown.id, ines))
  const document = { hash: null, path: '/wp-content/uploads/2020/report.pdf', mimeType: 'application/pdf' }
  const archived = await add([740, 300], document)
  expect(await by(archived.id, ines)).toEqual({ ok: false, reason: 'noPicture' })
  expect(await mayReplace(archived.id, ines)).toBe(false)
})

test('an archive’s picture becomes an upload, which its old address and those of its sizes lead to', async () => {
  const old = '/wp-content/uploads/2020/quay.jpg'
  const sized = old.replace('.jpg', '-300x200.jpg')
  const was = await add([750, 300], { hash: null, path: old, storedAt: null, uploaderId: null, alt: 'The quay' })
  const leadImage = { src: old, alt: 'Lead', caption: '', credit: '', width: 750, height: 300 }
  const body = `<p>Words.</p><figure><img src="${sized}" alt="x" width="300" height="200"></figure>`
  const live = await writeLive(site.db, now, { leadImage, body, document: htmlToDocument(body) })
  await site.db.article.update({ where: { id: live.id }, data: { missingImages: [old, sized, '/other.jpg'] } })
  const cory = actor('Cory', 'AUTHOR')
  const by = await add([760, 500])
  expect(await replaceFile(site.db, { id: was.id, byId: by.id }, cory, now)).toEqual({ ok: false, reason: 'forbidden' })
  expect((await getMedia(site.db, ines, was.id))?.mayReplace).toBe(true)
  must(await replaceFile(site.db, { id: was.id, byId: by.id }, ines, now))
  expect(await site.db.media.findUnique({ where: { id: was.id } })).toMatchObject({
    ...{ path: by.path, alt: 'The quay', storedAt: now, awaitsVariants: true },
  })
  expect([await leadOf(old), await findOldAddress(site.db, sized)]).toEqual([by.path, by.path])
  expect(await findOldAddress(site.db, sized.replace('quay', 'other'))).toBeNull()
  expect(await site.db.job.count({ where: { uniqueKey: `media.forget ${old}` } })).toBe(1)
  await move(was.id)
  const { input } = await stored(site.db, live.id)
  expect(input.leadImage).toEqual({ ...leadImage, src: by.path, width: 760, height: 500 })
  expect(input.missingImages).toEqual(['/other.jpg'])
  expect(input.body + JSON.stringify(input.document)).not.toContain('quay')
  // An import that is run again still says it with the old address.
  const again = await writeLive(site.db, now, { leadImage })
  expect((await getMedia(site.db, ines, was.id))?.users.map(({ id }) => id)).toEqual([again.id, live.id])
})

test('whoever writes an article, or a change of it, at that moment is not written over', async () => {
  const [was, by] = [await add([810, 600]), await add([820, 600])]
  const body = (words: string) => `<p>${words}</p><figure><img src="${was.path}" alt="x"></figure>`
  const live = await writeLive(site.db, now, { body: body('Old words.') })
  const { version } = await stored(site.db, live.id)
  const content = { ...live.content, headline: 'Old changes' }
  must(await saveWorkingCopy(site.db, { id: live.id, version, copyVersion: null, content }, ines, now))
  must(await replaceFile(site.db, { id: was.id, byId: by.id }, ines, now))
  /** Moves while `write` has written and is not done yet; on SQLite that waits. */
  const moveDuring = async (write: (tx: Tx) => Promise<unknown>) => {
    let moving: Promise<unknown> = Promise.resolve()
    await site.db.$transaction(async (tx) => {
      await write(tx)
      moving = move(was.id).catch((error: unknown) => error)
      await sleep(200)
    })
    const error = await moving
    if (error !== undefined) expect(error).toBeInstanceOf(Overtaken)
    await move(was.id)
  }
  const increment = { version: { increment: 1 } }
  await moveDuring((tx) =>
    tx.article.update({ where: { id: live.id }, data: { body: body('New words.'), ...increment } }),
  )
  const after = await stored(site.db, live.id)
  expect(after.input.body).toContain('New words.')
  expect(after.input.body).toContain(by.path)
  await moveDuring((tx) =>
    tx.workingCopy.update({
      where: { articleId: live.id },
      data: { content: { ...content, headline: 'New changes' }, ...increment },
    }),
  )
  const copy = await site.db.workingCopy.findUniqueOrThrow({ where: { articleId: live.id } })
  expect(copy.content).toMatchObject({ headline: 'New changes' })
})
