import { once } from 'node:events'
import { Agent, createServer, get, type IncomingMessage, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { endServer } from './end-server'

const agents: Agent[] = []
afterEach(() => {
  for (const agent of agents.splice(0)) agent.destroy()
})

/** A server, and how to ask it on one connection that is kept. */
async function serverAnswering(listener: RequestListener) {
  const server = createServer({ keepAliveTimeout: 65_000 }, listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  agents.push(agent)
  const ask = () =>
    new Promise<IncomingMessage>((resolve, reject) => {
      get({ port, host: '127.0.0.1', agent }, (res) => res.resume().once('end', () => resolve(res))).once(
        'error',
        reject,
      )
    })
  return { server, ask }
}

test('a request on a kept connection is answered after the end has begun, and ends the connection', async () => {
  let isEnding = false
  const { server, ask } = await serverAnswering((_req, res) => {
    if (isEnding) res.shouldKeepAlive = false
    res.end('ok')
  })
  expect((await ask()).headers.connection).toBe('keep-alive')
  isEnding = true
  const ended = endServer(server)
  expect((await ask()).headers.connection).toBe('close')
  await ended
  await expect(ask()).rejects.toThrow('ECONNREFUSED')
})

test('an answer that was asked for before is given to its end, and does not hold the connection', async () => {
  const { server, ask } = await serverAnswering(async (_req, res) => {
    await sleep(1_300)
    res.end('ok')
  })
  const asked = ask()
  await once(server, 'request')
  await Promise.all([endServer(server), asked])
  expect((await asked).statusCode).toBe(200)
})

test('where nobody is connected it ends at once, and where somebody only waits soon', async () => {
  const { server } = await serverAnswering((_req, res) => res.end('ok'))
  await endServer(server)
  expect(server.listening).toBe(false)
  const other = await serverAnswering((_req, res) => res.end('ok'))
  await other.ask()
  await endServer(other.server)
  expect(other.server.listening).toBe(false)
})

test('whoever has connected is answered, although a busy server turns to them late', async () => {
  const { server } = await serverAnswering((_req, res) => {
    res.shouldKeepAlive = false
    const until = performance.now() + 15
    while (performance.now() < until);
    res.end('ok')
  })
  const { port } = server.address() as AddressInfo
  const ask = () =>
    new Promise<number | undefined>((resolve, reject) => {
      const req = get({ port, host: '127.0.0.1', agent: false }, (res) => resolve(res.resume().statusCode))
      req.once('error', reject)
    })
  const asked = Array.from({ length: 100 }, ask)
  await turn()
  await endServer(server)
  expect(new Set(await Promise.all(asked))).toEqual(new Set([200]))
})
