import type { APIRequestContext } from '@playwright/test'
import { expect, sql, test } from './site'

const ARTICLE = '/the-last-boat/'
const words = { comment: 'Words to keep.', author: 'Ned', email: 'ned@ellerhaven.example' }

/** The hidden fields of an article's form, as a browser would send them. */
async function hiddenFields(request: APIRequestContext, path = ARTICLE): Promise<Record<string, string>> {
  const html = await (await request.get(path)).text()
  const inputs = html.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?\/>/g)
  return Object.fromEntries([...inputs].map(([, name = '', value = '']) => [name, value]))
}

/** A closed article prints no form that would tell its number. */
function articleId(path: string): string {
  const [row] = sql<{ id: number }>('SELECT id FROM Article WHERE path = ?', path)
  return String(row?.id)
}

const origin = () => process.env.BASE_URL ?? ''

test('a form of another website is refused, and the words are given back', async ({ request }) => {
  const multipart = { ...(await hiddenFields(request)), ...words }
  for (const foreign of ['https://evil.example', 'null']) {
    const response = await request.post(ARTICLE, { multipart, headers: { origin: foreign } })
    expect(response.status()).toBe(403)
    const page = await response.text()
    expect(page).toContain('Words to keep.')
    expect(page).toContain('another website')
  }
})

test('a post that does not say where it comes from is refused', async ({ request }) => {
  const multipart = { ...(await hiddenFields(request)), ...words }
  expect((await request.post(ARTICLE, { multipart })).status()).toBe(403)
})

test('too large a body is refused with a page, and the words as far as they came', async ({ request }) => {
  const multipart = { ...(await hiddenFields(request)), ...words, url: 'x'.repeat(300 * 1024) }
  const response = await request.post(ARTICLE, { multipart, headers: { origin: origin() } })
  expect(response.status()).toBe(413)
  expect(await response.text()).toContain('Words to keep.')
})

test('an action that no build knows is answered with the words and the way back', async ({ request }) => {
  const { [Object.keys(await hiddenFields(request))[0] ?? '']: _, ...rest } = await hiddenFields(request)
  const unknown = `$ACTION_ID_40${'0'.repeat(40)}`
  const response = await request.post(ARTICLE, {
    multipart: { [unknown]: '', ...rest, ...words },
    headers: { origin: origin() },
  })
  expect(response.status()).toBe(409)
  const page = await response.text()
  expect(page).toContain('Words to keep.')
  expect(page).toContain('href="/the-last-boat/"')
})

test('a malformed action, no action, and no form are answered with a page', async ({ request }) => {
  const headers = { origin: origin() }
  for (const multipart of [{ $ACTION_ID_00: '', ...words }, words]) {
    const response = await request.post(ARTICLE, { multipart, headers })
    expect(response.status()).toBe(400)
    expect(await response.text()).toContain('Words to keep.')
  }
  const plain = await request.post(ARTICLE, { data: 'hello', headers: { ...headers, 'content-type': 'text/plain' } })
  expect(plain.status()).toBe(400)
})

test('what takes no form says so, however its address is written', async ({ request }) => {
  const multipart = { ...(await hiddenFields(request)), ...words }
  for (const path of ['/icon.svg', '/icon.svg/', '/feed/']) {
    const response = await request.post(path, { multipart, headers: { origin: origin() } })
    expect([path, response.status(), response.headers().allow]).toEqual([path, 405, 'GET, HEAD'])
  }
})

test('an article whose comments are closed takes none, and gives the words back', async ({ request }) => {
  const closed = '/a-week-at-the-furnace-mouth/'
  expect(await (await request.get(closed)).text()).not.toContain('id="respond"')
  const multipart = { ...(await hiddenFields(request)), comment_post_ID: articleId(closed), ...words }
  const response = await request.post(closed, { multipart, headers: { origin: origin() } })
  expect(response.status()).toBe(403)
  const page = await response.text()
  expect(page).toContain('Sorry, comments are closed for this item.')
  expect(page).toContain('Words to keep.')
})

test('an article that is not there takes no comment either', async ({ request }) => {
  const multipart = { ...(await hiddenFields(request)), ...words, comment_post_ID: '999999' }
  const response = await request.post(ARTICLE, { multipart, headers: { origin: origin() } })
  expect(response.status()).toBe(403)
})
