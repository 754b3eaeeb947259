import { readdirSync, readlinkSync } from 'node:fs'
import { request as rawRequest } from 'node:http'
import { expect, test } from './site'

test('Unicode addresses answer in upper- and lower-case escapes alike', async ({ request }) => {
  const path = encodeURI('/عبارة-منتصف-الليل/')
  expect((await request.get(path)).status()).toBe(200)
  expect((await request.get(path.toLowerCase())).status()).toBe(200)
})

test('another spelling of an address is one 301 to the stored one', async ({ request }) => {
  for (const spelling of ['/The-Last-BOAT/', '/the-last-boat', '//the-last-boat/'.slice(1), '/the-last-boat/%C2%A0']) {
    const response = await request.get(spelling, { maxRedirects: 0 })
    if (spelling === '/the-last-boat/') expect(response.status()).toBe(200)
    else expect([spelling, response.status(), response.headers().location]).toEqual([spelling, 301, '/the-last-boat/'])
  }
})

test('a host that is not ours is refused', async () => {
  const url = new URL(process.env.BASE_URL ?? '')
  const status = await new Promise((resolve, reject) => {
    const req = rawRequest({ host: '127.0.0.1', port: url.port, headers: { host: 'evil.example' } }, (res) => {
      resolve(res.statusCode)
      res.resume()
    })
    req.on('error', reject).end()
  })
  expect(status).toBe(421)
})

test('pages, door and jobs share one connection to the database', () => {
  const folder = `/proc/${process.env.SITE_PID}/fd`
  const open = readdirSync(folder).flatMap((fd) => {
    try {
      return [readlinkSync(`${folder}/${fd}`)]
    } catch {
      return [] // closed since it was listed
    }
  })
  expect(open.filter((file) => file === `${process.env.SITE_DATA_DIR}/broadsheet.db`)).toHaveLength(1)
})
