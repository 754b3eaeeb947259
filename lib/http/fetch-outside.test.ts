import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import { createServer as createHttpServer, type RequestListener } from 'node:http'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { loopbackSpellings } from '@/lib/testing/loopback-spellings'
import { FetchRefused, fetchOutside, OUTSIDE, type Reach } from './fetch-outside'
import { isPublicAddress } from './public-address'

/** What must never be reached: it counts whoever connects, whatever they have to say. */
let canary: Server
let connections = 0
/** Stands for a server on the open internet. */
let other: Server
const answerers = new Map<string, RequestListener>()

/** Hundreds of connections, one after the other. */
const MANY_MS = 60_000

const portOf = (server: Server) => (server.address() as AddressInfo).port
const listen = (server: Server, host: string) => new Promise<void>((resolve) => server.listen(0, host, resolve))

beforeAll(async () => {
  canary = createServer((socket) => {
    connections++
    socket.on('error', () => socket.destroy())
    socket.end('HTTP/1.1 200 OK\r\nContent-Length: 6\r\nConnection: close\r\n\r\ncanary')
  })
  other = createHttpServer((req, res) => {
    const url = new URL(req.url ?? '/', 'http://other')
    const answer = answerers.get(url.pathname) ?? ((_, none) => none.writeHead(404).end())
    answer(req, res)
  })
  // Every address of this machine, of either kind.
  await listen(canary, '::')
  await listen(other, '127.0.0.1')
})
afterAll(() => {
  canary.close()
  other.close()
})
beforeEach(() => {
  connections = 0
})

/** Names that are real here; all others mean nothing, and no network is asked. */
const resolve = async (name: string): Promise<LookupAddress[]> =>
  /^(localhost\.?|ip6-)/.test(name) ? lookup(name, { all: true }) : []

const outside: Reach = { resolve, mayReach: (address, port) => port === portOf(other) || isPublicAddress(address) }
const everywhere: Reach = { resolve, mayReach: () => true }
const at = (path: string) => `http://127.0.0.1:${portOf(other)}${path}`

/** Each of them asked; answers how many were answered at all. */
async function askAll(reach: Reach, addresses: string[]): Promise<number> {
  let answered = 0
  const left = addresses.values()
  const lane = async () => {
    for (const address of left) {
      await fetchOutside(reach, address, { limits: { ms: 1_000 } }).then(
        () => answered++,
        () => undefined,
      )
    }
  }
  await Promise.all(Array.from({ length: 16 }, lane))
  return answered
}

test('no spelling of an address of this machine is connected to', async () => {
  const spellings = loopbackSpellings(portOf(canary))
  expect(spellings.length).toBeGreaterThan(400)
  expect([await askAll(outside, spellings), connections]).toEqual([0, 0])
})

test('nor where another site leads there', { timeout: MANY_MS }, async () => {
  answerers.set('/to', (req, res) => {
    const to = new URL(req.url ?? '', 'http://other').searchParams.get('to') ?? ''
    // What no header can hold cannot be led to either.
    res.writeHead(302, { location: encodeURI(to).replaceAll('%25', '%') }).end()
  })
  const spellings = loopbackSpellings(portOf(canary))
  const leading = spellings.map((spelling) => at(`/to?to=${encodeURIComponent(spelling)}`))
  await askAll(outside, leading)
  expect(connections).toBe(0)
})

test('planted: without the rule hundreds of them arrive', { timeout: MANY_MS }, async () => {
  const reached = await askAll(everywhere, loopbackSpellings(portOf(canary)))
  expect(reached).toBeGreaterThan(100)
  // Those that speak TLS to it connect as well.
  expect(connections).toBeGreaterThan(200)
})

test('a name is believed once: what it means a moment later is not asked', async () => {
  let asked = 0
  const rebinding: Reach = {
    mayReach: (address) => address === '127.0.0.2' || isPublicAddress(address),
    resolve: async () => {
      asked++
      return [{ address: asked === 1 ? '127.0.0.2' : '127.0.0.1', family: 4 }]
    },
  }
  const heard: string[] = []
  const port = portOf(canary)
  const good = createHttpServer((req, res) => {
    heard.push(`${req.socket.localAddress} ${req.headers.host}`)
    res.end('good')
  })
  await new Promise<void>((done) => good.listen(0, '127.0.0.2', done))
  const goodPort = portOf(good)
  const answer = await fetchOutside(rebinding, `http://rebound.example:${goodPort}/`)
  expect([answer.body.toString(), asked, heard]).toEqual(['good', 1, [`127.0.0.2 rebound.example:${goodPort}`]])
  // Asked for anew, the name means this machine, and is refused.
  await expect(fetchOutside(rebinding, `http://rebound.example:${port}/`)).rejects.toThrow(FetchRefused)
  expect(connections).toBe(0)
  good.close()
})

test.each([
  ['10.0.0.1'],
  ['169.254.169.254'],
  ['::1'],
  ['::ffff:127.0.0.1'],
  ['64:ff9b::7f00:1'],
  ['fd00::1'],
  ['1.1.1.1', '127.0.0.1'],
  ['2606:4700::1111', '::1'],
  [],
])('a name that means %s is not asked', async (...addresses) => {
  const resolveTo: Reach['resolve'] = async () => addresses.map((address) => ({ address, family: 4 }))
  const asking = fetchOutside({ ...outside, resolve: resolveTo }, `http://inside.example:${portOf(canary)}/`)
  await expect(asking).rejects.toThrow('not on the open internet')
  expect(connections).toBe(0)
})

test('nothing in the product reaches this machine', async () => {
  await askAll(OUTSIDE, [`http://localhost:${portOf(canary)}/`, `http://127.0.0.1:${portOf(canary)}/`, at('/here')])
  expect(connections).toBe(0)
})

test('an answer comes with its head and from where it was led to; a form goes where it is sent and no further', async () => {
  answerers.set('/here', (req, res) => {
    let sent = ''
    req.on('data', (part) => {
      sent += part
    })
    req.on('end', () => res.setHeader('link', '<a>; rel=b').end(`${req.method} ${sent}`))
  })
  answerers.set('/moved', (_, res) => res.writeHead(301, { location: '/here' }).end('x'.repeat(2_000_000)))
  const got = await fetchOutside(outside, at('/moved'))
  expect([got.url, got.status, got.headers.link, got.body.toString()]).toEqual([at('/here'), 200, '<a>; rel=b', 'GET '])
  const body = { type: 'application/x-www-form-urlencoded', text: 'a=b' }
  expect((await fetchOutside(outside, at('/here'), { body })).body.toString()).toBe('POST a=b')
  expect((await fetchOutside(outside, at('/moved'), { body })).status).toBe(301)
})

test('what is too long, packed, or leads in a circle is refused for good', async () => {
  answerers.set('/long', (_, res) => res.end('x'.repeat(1_000_001)))
  answerers.set('/packed', (_, res) => res.setHeader('content-encoding', 'gzip').end('x'))
  answerers.set('/circle', (_, res) => res.writeHead(302, { location: '/circle' }).end())
  for (const path of ['/long', '/packed', '/circle']) {
    await expect(fetchOutside(outside, at(path))).rejects.toThrow(FetchRefused)
  }
})

test('what never ends, however slowly it comes, is left, and may be asked again', async () => {
  answerers.set('/silent', () => undefined)
  answerers.set('/drip', (_, res) => {
    res.writeHead(200)
    const dripping = setInterval(() => res.write('.'), 20)
    res.on('close', () => clearInterval(dripping))
  })
  answerers.set('/steps', (_, res) => {
    setTimeout(() => res.writeHead(302, { location: '/steps' }).end(), 150)
  })
  const never: Reach['resolve'] = () => new Promise(() => undefined)
  const limits = { ms: 400 }
  const slow = [
    ...['/silent', '/drip', '/steps'].map((path) => fetchOutside(outside, at(path), { limits })),
    fetchOutside({ ...outside, resolve: never }, 'http://slow.example/', { limits }),
  ]
  for (const asking of await Promise.allSettled(slow)) {
    expect(asking).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('longer than') } })
    expect(asking).not.toMatchObject({ reason: { name: 'FetchRefused' } })
  }
})
