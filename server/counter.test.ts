import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import type { View } from '@/lib/counting/view'
import { readEnv } from '@/lib/env'
import { BROWSERS } from '@/lib/testing/reader-mix'
import { Counter } from './counter'
import { Readers } from './readers'
import { anonymousRequest } from './render'

const env = readEnv({ SITE_URL: 'https://courier.example', CLIENT_ADDRESS_HEADER: 'x-forwarded-for' })
const BROWSER = BROWSERS[0]?.userAgent ?? ''

function counting() {
  const counter = new Counter(env)
  counter.isOn = true
  const readers = new Readers(20261122, Buffer.alloc(32, 7))
  counter.begin(readers)
  const read = (headers: Record<string, string>, view: View | null = { articleId: 1 }, socket?: Socket) => {
    const req = anonymousRequest('/', 'courier.example')
    if (socket) Object.defineProperty(req, 'socket', { value: socket })
    Object.assign(req.headers, { 'user-agent': BROWSER, ...headers })
    counter.count(req, view ?? undefined)
  }
  const taken = (kind: 'agent' | 'source' | 'host' | 'device') =>
    Object.fromEntries(counter.take().figures.get(kind) ?? [])
  return { counter, readers, read, taken }
}

test('what was taken is not there a second time', () => {
  const { counter, read } = counting()
  read({})
  expect(counter.take().articles).toEqual(
    new Map([
      [0, 1],
      [1, 1],
    ]),
  )
  expect(counter.take().articles).toEqual(new Map())
})

test('what is no page, and a site that counts nothing, count nothing', () => {
  const { counter, read } = counting()
  read({}, null)
  counter.isOn = false
  read({})
  expect([...counter.take().figures]).toEqual([])
})

test('whoever came today needs no hash a second time, and after midnight is another', () => {
  const { counter, readers, read } = counting()
  read({ 'x-forwarded-for': '192.0.2.1' })
  expect(readers.changed).toBe(true)
  readers.changed = false
  read({ 'x-forwarded-for': '192.0.2.1' })
  expect(readers.changed).toBe(false)
  const next = new Readers(20261123, Buffer.alloc(32, 8))
  counter.begin(next)
  read({ 'x-forwarded-for': '192.0.2.1' })
  expect([readers.changed, next.changed]).toEqual([false, true])
})

test('only what the trusted proxy wrote is an address: what a reader claims makes nobody two', () => {
  const { readers, read } = counting()
  read({ 'x-forwarded-for': '192.0.2.1' })
  readers.changed = false
  for (let i = 0; i < 50; i++) read({ 'x-forwarded-for': `198.51.100.${i}, 192.0.2.1` })
  expect(readers.changed).toBe(false)
})

test('on one connection each reader is seen, whoever asked before, and again on the next day', () => {
  const { counter, readers, read } = counting()
  const socket = new Socket()
  const from = (address: string, agent = BROWSER) =>
    read({ 'x-forwarded-for': address, 'user-agent': agent }, undefined, socket)
  const sees = (today: Readers, ask: () => void) => {
    today.changed = false
    ask()
    return today.changed
  }
  expect(sees(readers, () => from('192.0.2.1'))).toBe(true)
  expect(sees(readers, () => from('192.0.2.1'))).toBe(false)
  expect(sees(readers, () => from('192.0.2.2'))).toBe(true)
  expect(sees(readers, () => from('192.0.2.2', BROWSERS[1]?.userAgent))).toBe(true)
  expect(sees(readers, () => from('192.0.2.1'))).toBe(false)
  const next = new Readers(20261123, Buffer.alloc(32, 9))
  counter.begin(next)
  expect(sees(next, () => from('192.0.2.1'))).toBe(true)
})

test('bots have neither device nor referrer, nor are they among the readers', () => {
  const { readers, counter, read } = counting()
  read({ 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)', referer: 'https://blog.example/' })
  expect([...counter.take().figures.keys()].sort()).toEqual(['agent', 'bot'])
  expect(readers.changed).toBe(false)
})

test('the own site is told by its address, of whatever page', () => {
  const { read, taken } = counting()
  for (const path of ['', 'a/', 'a/b/?q=1']) read({ referer: `https://courier.example/${path}` })
  read({ referer: 'https://courier.example.evil.example/' })
  expect(taken('source')).toEqual({ internal: 3, other: 1 })
})

test('what is too long to be anything is kept nowhere', () => {
  const { read, taken } = counting()
  read({ 'user-agent': `${BROWSER} ${'x'.repeat(700)}` })
  read({ referer: `https://${'a.'.repeat(200)}example/` })
  expect(taken('agent')).toEqual({ bot: 1, reader: 1 })
})
