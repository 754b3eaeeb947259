import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { readEnv } from '@/lib/env'
import { guard } from './guard'

function request(over: { method?: string; url?: string; headers?: Record<string, string> } = {}): IncomingMessage {
  const req = new IncomingMessage(new Socket())
  req.method = over.method ?? 'GET'
  req.url = over.url ?? '/the-last-boat/'
  req.headers = { host: 'localhost:3000', ...over.headers }
  return req
}

const anywhere = readEnv({})
const published = readEnv({ SITE_URL: 'https://news.example', CLIENT_ADDRESS_HEADER: 'X-Forwarded-For' })

test('an ordinary request passes, with a request id', () => {
  expect(guard(request(), anywhere)).toMatchObject({
    context: { url: '/the-last-boat/', requestId: expect.stringMatching(/^[0-9a-f]{12}$/) },
  })
})

test.each([
  ['PUT', 405],
  ['TRACE', 405],
])('%s is answered %i', (method, status) => {
  expect(guard(request({ method }), anywhere)).toMatchObject({ refusal: { status } })
})

test('an address nobody could have followed is refused', () => {
  expect(guard(request({ url: `/${'a'.repeat(5000)}` }), anywhere)).toMatchObject({ refusal: { status: 414 } })
  expect(guard(request({ url: '//evil.example/' }), anywhere)).toMatchObject({ refusal: { status: 400 } })
  expect(guard(request({ url: 'http://evil.example/' }), anywhere)).toMatchObject({ refusal: { status: 400 } })
})

test('without SITE_URL only the names of this machine are answered', () => {
  for (const host of ['localhost', '127.0.0.1:3000', '[::1]:3000']) {
    expect(guard(request({ headers: { host } }), anywhere)).toHaveProperty('context')
  }
  expect(guard(request({ headers: { host: 'evil.example' } }), anywhere)).toMatchObject({ refusal: { status: 421 } })
})

test('with SITE_URL only its host is answered', () => {
  expect(guard(request({ headers: { host: 'news.example' } }), published)).toHaveProperty('context')
  expect(guard(request({ headers: { host: 'localhost:3000' } }), published)).toMatchObject({ refusal: { status: 421 } })
})

test('headers that steer Next from outside are dropped', () => {
  const req = request({
    headers: {
      'x-middleware-subrequest': 'x',
      'x-nextjs-data': '1',
      'next-resume': '1',
      'next-action': 'x',
      rsc: '1',
      'x-forwarded-host': 'evil.example',
      accept: '*/*',
    },
  })
  guard(req, anywhere)
  expect(Object.keys(req.headers)).toEqual(['host', 'accept'])
})

test('Next’s own script may ask in the newsroom, and still skips nothing', () => {
  const headers = {
    rsc: '1',
    'next-action': 'x',
    'next-router-state-tree': 'x',
    'next-router-segment-prefetch': '/_tree',
    'next-resume': '1',
    'x-middleware-subrequest': 'x',
    'content-security-policy': "script-src 'nonce-mine'",
  }
  const req = request({ url: '/admin/people/?_rsc=x', headers })
  expect(guard(req, anywhere)).toMatchObject({ context: { newsroom: true } })
  expect(Object.keys(req.headers)).toEqual(['host', 'rsc', 'next-action', 'next-router-state-tree'])
  const reader = request({ url: '/administration/', headers })
  expect(guard(reader, anywhere)).toMatchObject({ context: { newsroom: false } })
  expect(Object.keys(reader.headers)).toEqual(['host'])
})

test('the reader’s address is what the trusted proxy wrote last, not what the reader claims', () => {
  const headers = { host: 'news.example', 'x-forwarded-for': '1.2.3.4, 203.0.113.9' }
  expect(guard(request({ headers }), published)).toMatchObject({ context: { clientAddress: '203.0.113.9' } })
  expect(guard(request({ headers: { 'x-forwarded-for': '1.2.3.4' } }), anywhere)).toMatchObject({
    context: { clientAddress: '' },
  })
})
