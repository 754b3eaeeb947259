import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { forgetFiles } from '@/lib/media/forget-mutations'
import { replaceFile } from '@/lib/media/replace-mutations'
import { importText } from '@/lib/testing/import-export'
import { actor, must } from '@/lib/testing/newsroom'
import { passingFolder } from '@/lib/testing/passing-folder'
import { testDatabase } from '@/lib/testing/test-database'
import { item, SITE, type WxrPost, wxr } from '@/lib/testing/wxr'
import { MediaFiles } from './media-files'

const site = testDatabase()
const dataDir = passingFolder('media')
const heron = '/wp-content/uploads/2024/01/heron.jpg'
const ARRIVED = new Date('2024-02-01T00:00:00Z')

function store(path: string): void {
  const file = join(dataDir, 'media', path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, 'bytes')
  utimesSync(file, ARRIVED, ARRIVED)
}
const attachment = (id: number, url: string, more: WxrPost = {}) =>
  item(id, { ...more, fields: { 'wp:post_type': 'attachment', 'wp:attachment_url': url, ...more.fields } })
const post = item(1, { meta: [['_thumbnail_id', '50']] })
const imported = (...items: string[]) => importText(site.url, wxr({ items }), { dataDir })
const library = () => site.db.media.findMany({ orderBy: { sourceId: 'asc' } })
const lead = () => site.db.article.findFirstOrThrow({ where: { sourceId: 1 }, select: { missingImages: true } })

test('a file that is not here is a reference, and told; two with one file are one', async () => {
  const report = await imported(post, attachment(50, SITE + heron), attachment(51, `${SITE}${heron}?again`))
  expect((await library()).map(({ path, storedAt, sourceUrl }) => [path, storedAt, sourceUrl])).toEqual([
    [heron, null, SITE + heron],
  ])
  expect(report.tallies('attachment').get('')).toEqual({ added: 1, changed: 0, unchanged: 0, 'left out': 1 })
  expect(report.lines().join('\n')).toContain('files of the media library are not here: 2')
  expect(await lead()).toEqual({ missingImages: [heron] })
})

test('when it has come, the next run finds it, and the article shows it', async () => {
  store(heron)
  const report = await imported(post, attachment(50, SITE + heron), attachment(51, `${SITE}${heron}?again`))
  expect(report.tallies('attachment').get('')).toEqual({ added: 0, changed: 1, unchanged: 0, 'left out': 1 })
  expect((await library())[0]?.storedAt).toEqual(ARRIVED)
  expect(await lead()).toEqual({ missingImages: null })
  expect(report.lines()).toContain('- articles show pictures that have come since: 1 (/tide-1/)')
})

test('a new description reaches the library and the text', async () => {
  const described = attachment(50, SITE + heron, { meta: [['_wp_attachment_image_alt', 'A heron']] })
  const report = await imported(post, described)
  expect(report.tallies('post').get('publish → PUBLISHED')?.changed).toBe(1)
  expect((await library())[0]?.alt).toBe('A heron')
  const { leadImage } = await site.db.article.findFirstOrThrow({ where: { sourceId: 1 } })
  expect(leadImage).toMatchObject({ src: heron, alt: 'A heron' })
})

test('a picture that was replaced here stays, and its articles show it', async () => {
  const by = { path: `/media/${'a'.repeat(32)}/300x200.jpg`, hash: 'a'.repeat(64) }
  const ines = actor('Ines', 'EDITOR')
  const { id: byId } = await site.db.media.create({
    data: { ...by, mimeType: 'image/jpeg', width: 300, height: 200, storedAt: ARRIVED, uploaderId: ines.id },
  })
  const { id } = await site.db.media.findFirstOrThrow({ where: { sourceId: 50 } })
  must(await replaceFile(site.db, { id, byId }, ines, ARRIVED))
  await site.db.job.deleteMany({ where: { kind: 'media.forget' } })
  // It came along with the others again.
  store(heron)
  const told = attachment(50, SITE + heron, { meta: [['_wp_attachment_image_alt', 'Another heron']] })
  const report = await imported(item(1, { meta: [['_thumbnail_id', '50']], fields: { title: 'New words' } }), told)
  expect((await library())[0]).toMatchObject({ id, ...by, alt: 'A heron' })
  expect(report.lines()).toContain(
    `- files of the media library that were replaced here stay as they are: 1 (${heron})`,
  )
  expect(await lead()).toEqual({ missingImages: null })
  expect(await site.db.job.findFirst({ where: { kind: 'media.forget' } })).toMatchObject({ payload: { path: heron } })
  await forgetFiles(site.db, { path: heron, since: Date.now() }, dataDir)
  await imported(item(1, { meta: [['_thumbnail_id', '50']], fields: { title: 'Newer words' } }), told)
  expect(await lead()).toEqual({ missingImages: null })
  expect(await site.db.mediaUse.count({ where: { mediaId: id, place: 'lead' } })).toBe(1)
})

test('a file of the library that is not of this export stays what it is', async () => {
  const path = '/wp-content/uploads/mine.png'
  await site.db.media.create({ data: { path, mimeType: 'image/png', alt: 'Mine' } })
  await imported(attachment(60, SITE + path))
  expect(await site.db.media.findUnique({ where: { path } })).toMatchObject({ alt: 'Mine', sourceId: null })
})

test.each(['/../secret', '/up/../../secret', '/%2e%2e/secret', '/up', '/gone.jpg', 'secret'])(
  'no file is found at %s',
  (path) => {
    store('/up/x.jpg')
    writeFileSync(join(dataDir, 'secret'), 'not for readers')
    const files = new MediaFiles(join(dataDir, 'media'))
    expect(files.storedAt('/up/x.jpg?w=3')).toEqual(ARRIVED)
    expect(files.storedAt(path)).toBeNull()
  },
)

test('without a folder of media no file is here', () => {
  expect(new MediaFiles(join(dataDir, 'nowhere')).storedAt(heron)).toBeNull()
})
