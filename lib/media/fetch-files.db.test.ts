import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer as createHttpServer, type RequestListener } from 'node:http'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Reach } from '@/lib/http/fetch-outside'
import { isPublicAddress } from '@/lib/http/public-address'
import { loopbackSpellings } from '@/lib/testing/loopback-spellings'
import { writeLive } from '@/lib/testing/newsroom'
import { passingFolder } from '@/lib/testing/passing-folder'
import { testDatabase } from '@/lib/testing/test-database'
import { fetchFiles } from './fetch-files'

const site = testDatabase()
const now = new Date('2026-11-23T12:00:00Z')
/** Hundreds of connections, a few at a time. */
const MANY_MS = 60_000
const OPTIONS = { atOnce: 3, bytes: 20_000, ms: 2_000 }

/** What must never be reached, whatever an export says. */
let canary: Server
let connections = 0
/** Stands for the site that was exported, on the open internet. */
let old: Server
const answerers = new Map<string, RequestListener>()
const asked: string[] = []
const portOf = (server: Server) => (server.address() as AddressInfo).port
const reach: Reach = {
  resolve: async () => [],
  mayReach: (address, port) => port === portOf(old) || isPublicAddress(address),
}

let photo: Buffer

beforeAll(async () => {
  photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: 'teal' } })
    .jpeg()
    .toBuffer()
  canary = createServer((socket) => {
    connections++
    socket.on('error', () => socket.destroy())
    socket.end('HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\ncanary')
  })
  old = createHttpServer((req, res) => {
    asked.push(req.url ?? '')
    const answer = answerers.get(req.url ?? '') ?? ((_, none) => none.writeHead(404).end())
    answer(req, res)
  })
  await new Promise<void>((resolve) => canary.listen(0, '::', resolve))
  await new Promise<void>((resolve) => old.listen(0, '127.0.0.1', resolve))
})
afterAll(() => {
  canary.close()
  old.close()
})

const at = (path: string) => `http://127.0.0.1:${portOf(old)}${path}`
const uploads = (name: string) => `/wp-content/uploads/2021/05/${name}`
const add = (path: string, sourceUrl: string, mimeType = 'image/jpeg') =>
  site.db.media.create({ data: { path, sourceUrl, mimeType, createdAt: now } })

test('files come to their old addresses, and articles that named them show them', async () => {
  const dataDir = passingFolder('data')
  const [boat, quay] = [uploads('boat.jpg'), uploads('quay.jpg')]
  await add(boat, at('/boat.jpg'))
  await add(quay, at('/quay.jpg'))
  await add(uploads('page.jpg'), at('/page.jpg'))
  await add(uploads('large.jpg'), at('/large.jpg'))
  await add(uploads('gone.pdf'), at('/gone.pdf'), 'application/pdf')
  await add('/wp-content/uploads/../../secret.jpg', at('/boat.jpg'))
  answerers.set('/boat.jpg', (_, res) => res.end(photo))
  answerers.set('/quay.jpg', (_, res) => res.writeHead(302, { location: '/moved/quay.jpg' }).end())
  answerers.set('/moved/quay.jpg', (_, res) => res.end(photo))
  answerers.set('/page.jpg', (_, res) => res.end('<!DOCTYPE html><title>Not found</title>'))
  answerers.set('/large.jpg', (_, res) => res.end(Buffer.concat([photo, Buffer.alloc(30_000)])))
  const sized = uploads('boat-300x200.jpg')
  const live = await writeLive(site.db, now, { body: `<figure><img src="${sized}" alt="x"></figure>` })
  await site.db.article.update({
    where: { id: live.id },
    data: { sourceSite: 'http://old.example', sourceId: 1, missingImages: [sized, uploads('gone.jpg')] },
  })
  const report = await fetchFiles(site.db, dataDir, reach, OPTIONS)
  expect({
    ...report,
    missed: report.missed.map(({ path, why }) => `${path.split('/').at(-1)}: ${why}`).sort(),
  }).toEqual({
    ...{ fetched: 2, bytes: 2 * photo.length, found: 0, articles: 1 },
    missed: [
      'gone.pdf: the site answered 404',
      'large.jpg: it is larger than may be fetched',
      'page.jpg: what came is not what it should be',
      'secret.jpg: its place would lie outside of the library',
    ],
  })
  expect(readFileSync(join(dataDir, 'media', boat)).equals(photo)).toBe(true)
  const article = await site.db.article.findUniqueOrThrow({ where: { id: live.id } })
  expect(article.missingImages).toEqual([uploads('gone.jpg')])
  expect(await site.db.media.count({ where: { path: { in: [boat, quay] }, storedAt: { not: null } } })).toBe(2)
})

test('begun again it asks for nothing that is here, and finds what was put there by hand', async () => {
  const dataDir = passingFolder('data')
  await site.db.media.deleteMany({})
  await add(uploads('a.jpg'), at('/boat.jpg'))
  await fetchFiles(site.db, dataDir, reach, OPTIONS)
  const byHand = uploads('b.jpg')
  await add(byHand, at('/nowhere.jpg'))
  mkdirSync(join(dataDir, 'media', byHand, '..'), { recursive: true })
  writeFileSync(join(dataDir, 'media', byHand), photo)
  asked.length = 0
  expect(await fetchFiles(site.db, dataDir, reach, OPTIONS)).toMatchObject({ fetched: 0, found: 1, missed: [] })
  expect(asked).toEqual([])
})

test('no address in an export leads to this machine or its neighbours', { timeout: MANY_MS }, async () => {
  const dataDir = passingFolder('data')
  await site.db.media.deleteMany({})
  const addresses = loopbackSpellings(portOf(canary)).slice(0, 300)
  answerers.set('/hop.jpg', (_, res) => res.writeHead(302, { location: `http://127.0.0.1:${portOf(canary)}/` }).end())
  for (const [i, address] of [...addresses, at('/hop.jpg'), 'file:///etc/passwd'].entries())
    await add(uploads(`trap-${i}.jpg`), address)
  const { fetched, missed } = await fetchFiles(site.db, dataDir, reach, { ...OPTIONS, atOnce: 8 })
  expect([fetched, missed.length, connections]).toEqual([0, addresses.length + 2, 0])
  expect(existsSync(join(dataDir, 'media', 'wp-content'))).toBe(false)
  // The canary sings where nothing holds anybody back: the test can fail.
  await site.db.media.deleteMany({})
  await add(uploads('open.jpg'), `http://127.0.0.1:${portOf(canary)}/`)
  await fetchFiles(site.db, dataDir, { ...reach, mayReach: () => true }, OPTIONS)
  expect(connections).toBeGreaterThan(0)
})
