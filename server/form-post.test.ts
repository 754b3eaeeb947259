import { createServer, IncomingMessage, request, type ServerResponse } from 'node:http'
import { type AddressInfo, Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { readEnv } from '@/lib/env'
import { endUnread, hasUnreadBody, isAction, isFromOwnPage, readForm, withBody, wordsOf } from './form-post'

const LIMIT_BYTES = 1000
const env = readEnv({ SITE_URL: 'https://news.example' })

function post(headers: Record<string, string>, body = ''): IncomingMessage {
  const req = new IncomingMessage(new Socket())
  req.method = 'POST'
  req.url = '/the-last-boat/'
  req.headers = headers
  req.push(Buffer.from(body))
  req.push(null)
  return req
}

test.each([
  [{ origin: 'https://news.example' }, true],
  [{ referer: 'https://news.example/the-last-boat/' }, true],
  [{ origin: 'https://evil.example' }, false],
  [{ origin: 'null' }, false],
  [{ origin: 'https://evil.example', referer: 'https://news.example/' }, false],
  [{ origin: 'https://news.example.evil.example' }, false],
  [{}, false],
])('%j comes from our own page: %s', (headers, own) => {
  expect(isFromOwnPage(post(headers), env)).toBe(own)
})

const field = (name: string, value = '') => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`

test.each([
  ['the form of an action', 'multipart/form-data; boundary=x', `${field('$ACTION_ID_1')}--x--\r\n`, true],
  ['another form', 'multipart/form-data; boundary=x', `${field('comment', '$ACTION_ID_1')}--x--\r\n`, false],
  ['one that was cut short', 'multipart/form-data; boundary=x', field('$ACTION_ID_1'), false],
  ['one without a line between its parts', 'multipart/form-data', `${field('$ACTION_ID_1')}--x--\r\n`, false],
  ['noise', 'multipart/form-data; boundary=x', '\0$ACTION_ID_', false],
  ['a text', 'text/plain', '$ACTION_ID_1=', false],
  ['a short form', 'application/x-www-form-urlencoded', '%24ACTION_ID_1=&comment=a', true],
])('%s', async (_, type, body, is) => {
  expect(await isAction(post({ 'content-type': type }, body), Buffer.from(body))).toBe(is)
})

test('a body is read up to the limit and no further', async () => {
  expect(await readForm(post({}, 'a=1'), LIMIT_BYTES)).toEqual({ body: Buffer.from('a=1'), whole: true })
  const long = await readForm(post({}, 'x'.repeat(LIMIT_BYTES + 1)), LIMIT_BYTES)
  expect(long.whole).toBe(false)
  expect(long.body.length).toBe(LIMIT_BYTES)
})

test('the kept body is handed on as it came', async () => {
  const req = post({ 'transfer-encoding': 'chunked', host: '127.0.0.1', origin: 'http://localhost' }, 'a=1')
  const { body } = await readForm(req, LIMIT_BYTES)
  const copy = withBody(req, body)
  expect(copy.headers).toEqual({ 'content-length': '3', host: '127.0.0.1', origin: 'http://127.0.0.1' })
  expect(await text(copy)).toBe('a=1')
})

const multipart = (comment: string, end = '--x--\r\n') =>
  `--x\r\nContent-Disposition: form-data; name="author"\r\n\r\nNed\r\n` +
  `--x\r\nContent-Disposition: form-data; name="comment"\r\n\r\n${comment}\r\n${end}`
const form = { 'content-type': 'multipart/form-data; boundary=x' }

test('the reader’s words are found in both kinds of form', async () => {
  expect(await wordsOf(post(form), Buffer.from(multipart('Hello')))).toEqual({ author: 'Ned', comment: 'Hello' })
  const urlencoded = { 'content-type': 'application/x-www-form-urlencoded' }
  expect(await wordsOf(post(urlencoded), Buffer.from('comment=Hi+there&author='))).toEqual({ comment: 'Hi there' })
})

test('words of a body that was cut short are given back as far as they came', async () => {
  const cut = multipart('Hello, this goes on', '').trimEnd()
  expect(await wordsOf(post(form), Buffer.from(cut))).toEqual({ author: 'Ned', comment: 'Hello, this goes on' })
})

test('nonsense has no words', async () => {
  expect(await wordsOf(post({ 'content-type': 'multipart/form-data' }), Buffer.from('zzz'))).toEqual({})
})

test.each([
  ['GET', {}, false],
  ['GET', { 'content-length': '0' }, false],
  ['GET', { 'content-length': '10' }, true],
  ['HEAD', { 'transfer-encoding': 'chunked' }, true],
  ['POST', { 'content-length': '10' }, false],
])('a body of %s with %j is left unread: %s', (method, headers, unread) => {
  expect(hasUnreadBody(Object.assign(post(headers), { method }))).toBe(unread)
})

/** What a sender of 32 MB hears that is refused before any of it was read; `answer` is what the door does. */
async function refused(answer: (req: IncomingMessage, res: ServerResponse) => void): Promise<number | string> {
  const server = createServer((req, res) => {
    answer(req, res)
    res.writeHead(413).end('too much')
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  try {
    return await new Promise((resolve) => {
      const { port } = server.address() as AddressInfo
      const sent = request({ port, host: '127.0.0.1', method: 'POST', headers: { 'content-length': 32 << 20 } })
      sent.on('error', ({ message }) => resolve(message))
      let heard = 0
      sent.on('response', (res) => {
        heard = res.statusCode ?? 0
        res.resume()
      })
      // As a browser does: the answer is looked at when all is sent.
      sent.on('finish', () => setTimeout(() => resolve(heard), 20))
      let left = 32
      const more = () => (left-- > 0 ? sent.write(Buffer.alloc(1 << 20), more) : sent.end())
      more()
    })
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

test('whoever sends too much hears so, and is not cut off in the middle', async () => {
  expect(await refused(endUnread)).toBe(413)
})

test('planted: a connection that is closed with its answer is cut off', async () => {
  const hasty = (req: IncomingMessage, res: ServerResponse) => {
    res.setHeader('connection', 'close')
    req.resume()
  }
  expect(await refused(hasty)).not.toBe(413)
})
