import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { finished } from 'node:stream'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { CapturedResponse } from './captured-response'

const response = () => new CapturedResponse(new IncomingMessage(new Socket()))

test('what is written is kept whole, with status and headers', async () => {
  const res = response()
  res.setHeader('x-one', '1')
  res.writeHead(404, { 'content-type': 'text/html' })
  res.write('caf')
  res.write(Buffer.from('é'))
  res.end('!')
  expect((await res.whole).toString()).toBe('café!')
  expect(res.statusCode).toBe(404)
  expect(res.getHeaders()).toEqual({ 'x-one': '1', 'content-type': 'text/html' })
})

test('headers count as sent from the first byte on', () => {
  const res = response()
  expect(res.headersSent).toBe(false)
  res.write('x')
  expect(res.headersSent).toBe(true)
})

test('whoever waits for the end hears of it, and an empty answer ends too', async () => {
  const res = response()
  const ended = promisify(finished)(res)
  res.writeHead(304)
  res.end()
  expect((await res.whole).length).toBe(0)
  await ended
  expect(res.writableEnded).toBe(true)
})

test('whoever waits for an answer that is given up in between hears of it', async () => {
  const res = response()
  res.write('half')
  res.destroy(new Error('no more'))
  await expect(res.whole).rejects.toThrow('no more')
  expect(res.destroyed).toBe(true)
})

test('headers may come as a flat list', () => {
  const res = response()
  res.writeHead(200, ['x-one', '1', 'x-two', '2'])
  expect(res.getHeaders()).toEqual({ 'x-one': '1', 'x-two': '2' })
})
