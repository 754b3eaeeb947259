import { ServerResponse } from 'node:http'
import { beforeEach, expect, test } from 'vitest'
import { dependsOn } from '@/lib/page-context'
import type { Answer } from '@/lib/testing/ask'
import { testDatabase } from '@/lib/testing/test-database'
import { anonymousRequest, type NextHandler } from './render'
import { testDoor } from './testing/test-door'

const PAGE = '<!DOCTYPE html><h1>A page</h1>'.padEnd(2_000, ' ')

/** Everything that was asked of the renderer, in order. */
const asked: string[] = []
beforeEach(() => {
  asked.length = 0
})

const handle: NextHandler = async (req, res) => {
  asked.push(`${req.method} ${req.url}`)
  dependsOn('everything')
  res.setHeader('content-type', 'text/html; charset=utf-8').end(PAGE)
}

const { door, pages, ask } = testDoor(testDatabase(), handle)

test('asked again, the short way says the same of the same page', async () => {
  const gzip = { 'accept-encoding': 'gzip' }
  const told = ({ status, headers: { date: _, ...headers }, body }: Answer) => ({ status, headers, body })
  const rendered = await ask('/again/', { headers: gzip })
  const long = await ask('/again/', { headers: gzip })
  const short = await ask('/again/', { headers: gzip })
  expect(told(short)).toEqual(told(long))
  expect(told(short)).toEqual(told(rendered))
  expect(asked).toEqual(['GET /again/'])
  expect(door.again.answer(passing('/again/', gzip), response())).toBe(true)
})

test('whoever is anybody in particular does not go the short way, nor does an old page', async () => {
  const gzip = { 'accept-encoding': 'gzip' }
  for (let i = 0; i < 3; i++) await ask('/again/', { headers: gzip })
  const again = (headers: Record<string, string>, method = 'GET') =>
    door.again.answer(passing('/again/', { ...gzip, ...headers }, method), response())
  expect(again({})).toBe(true)
  expect(again({ cookie: 'comment_held=1' })).toBe(false)
  expect(again({ host: 'evil.example' })).toBe(false)
  expect(again({ 'if-none-match': '"a"' })).toBe(false)
  expect(again({ 'if-modified-since': 'Sun, 22 Nov 2026 12:00:00 GMT' })).toBe(false)
  expect(again({ 'content-length': '4' })).toBe(false)
  expect(again({}, 'HEAD')).toBe(false)
  expect(again({}, 'POST')).toBe(false)
  expect(again({ 'accept-encoding': 'br' })).toBe(false)
  pages.change(new Set(['everything']))
  expect(again({})).toBe(false)
})

/** A request on its way to the door. */
function passing(url: string, headers: Record<string, string>, method = 'GET') {
  const req = anonymousRequest(url, 'localhost')
  Object.assign(req, { method })
  Object.assign(req.headers, headers)
  return req
}

const response = () => new ServerResponse(anonymousRequest('/', 'localhost'))
