import { readFileSync } from 'node:fs'
import type { APIRequestContext } from '@playwright/test'
import { command, expect, test } from './site'

const ARTICLE = '/four-boats-and-a-fog-bank/'

/** How often the site has rendered an address so far. */
function rendersOf(url: string): number {
  const log = readFileSync(`${process.env.SITE_DATA_DIR}/server.log`, 'utf8')
  return log.split('\n').filter((line) => line.includes('"rendered"') && line.includes(`"url":"${url}"`)).length
}

const tagOf = async (request: APIRequestContext, url: string, headers: Record<string, string> = {}) =>
  (await request.get(url, { headers })).headers().etag ?? ''

/** Of the plain bytes: the rest of a tag says how they are packed, which is done better while nobody waits. */
const bytesOf = async (...asked: Parameters<typeof tagOf>) => (await tagOf(...asked)).split(/[-"]/)[1] ?? ''

test('a page is rendered once, whatever its readers add to the address', async ({ request }) => {
  await request.get('/all/page/3/')
  const before = rendersOf('/all/page/3/')
  for (const query of ['', '?utm_source=mail', '?fbclid=1', '?q=x', '?page=2']) {
    expect((await request.get(`/all/page/3/${query}`)).status()).toBe(200)
  }
  expect(rendersOf('/all/page/3/')).toBe(before)
})

test('a reader who has the page is told so, in any coding', async ({ request }) => {
  const gzip = await tagOf(request, '/about/', { 'accept-encoding': 'gzip' })
  const brotli = await tagOf(request, '/about/', { 'accept-encoding': 'br' })
  expect(new Set([gzip, brotli]).size).toBe(2)
  for (const tag of [gzip, brotli, `W/${gzip}`]) {
    const again = await request.get('/about/', { headers: { 'accept-encoding': 'br', 'if-none-match': tag } })
    expect([again.status(), (await again.body()).length]).toEqual([304, 0])
  }
  const other = await request.get('/about/', { headers: { 'if-none-match': '"something else"' } })
  expect(other.status()).toBe(200)
})

test('HEAD has the head alone, and a page has no parts', async ({ request }) => {
  const get = await request.get('/about/', { headers: { 'accept-encoding': 'gzip' } })
  const head = await request.head('/about/', { headers: { 'accept-encoding': 'gzip' } })
  expect(head.headers()['content-length']).toBe(get.headers()['content-length'])
  expect((await head.body()).length).toBe(0)
  expect((await request.get('/about/', { headers: { range: 'bytes=0-9' } })).status()).toBe(200)
})

test('what nobody asked for in the key changes nothing that others get', async ({ request }) => {
  const poison = {
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
    'x-original-url': '/admin/',
    'x-rewrite-url': '/admin/',
    'x-http-method-override': 'POST',
    'x-middleware-subrequest': 'middleware',
    'x-nextjs-data': '1',
    'next-action': 'a'.repeat(40),
    'next-router-prefetch': '1',
    'next-router-state-tree': '[]',
    'next-url': '/evil',
    rsc: '1',
    accept: 'text/x-component',
    'accept-language': 'ar',
    'user-agent': '<script>alert(1)</script>',
    cookie: 'comment_author=%7B%22name%22%3A%22Eve%22%7D; NEXT_LOCALE=fa; __prerender_bypass=1',
    purpose: 'prefetch',
  }
  const clean = await bytesOf(request, '/corrections/')
  for (const [i, [name, value]] of Object.entries(poison).entries()) {
    // A cold page asked for by the poisoned request first, and a warm one.
    const cold = `/all/?replytocom=${9_000 + i}`
    const first = await request.get(cold, { headers: { [name]: value } })
    expect([name, first.headers()['set-cookie']]).toEqual([name, undefined])
    const body = await first.text()
    expect(body).toBe(await (await request.get(cold)).text())
    expect(body).not.toMatch(/evil\.example|Eve|alert\(1\)/)
    expect([name, await bytesOf(request, '/corrections/', { [name]: value })]).toEqual([name, clean])
  }
})

test('a comment that is approved elsewhere stands on its page at once, and no other page is made again', async ({
  request,
}) => {
  const listed = command('scripts/comments.ts', 'list', 'approved')
  const [, id = '', article = ''] = /^\s*(\d+) .*? (\/[a-z-]+\/)$/m.exec(listed) ?? []
  const [aboutBefore, before] = [await bytesOf(request, '/about/'), await bytesOf(request, article)]
  const [aboutRenders, renders] = [rendersOf('/about/'), rendersOf(article)]
  expect(command('scripts/comments.ts', 'hold', id)).toContain(id)
  await expect.poll(() => bytesOf(request, article), { intervals: [50], timeout: 20_000 }).not.toBe(before)
  command('scripts/comments.ts', 'approve', id)
  await expect.poll(() => bytesOf(request, article), { intervals: [50], timeout: 20_000 }).toBe(before)
  expect(rendersOf(article)).toBeGreaterThan(renders)
  expect(await bytesOf(request, '/about/')).toBe(aboutBefore)
  expect(rendersOf('/about/')).toBe(aboutRenders)
})

test('pages say what browsers may do with them', async ({ request }) => {
  for (const url of ['/', ARTICLE, '/nowhere-at-all/', '/search/?q=boat']) {
    const headers = (await request.get(url)).headers()
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['content-security-policy']).not.toMatch(/unsafe|nonce|data:/)
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'speculation-rules': expect.any(String) })
    expect(headers['x-powered-by']).toBeUndefined()
  }
  expect((await request.get('/speculation-rules.json')).headers()['content-type']).toContain('speculationrules+json')
})

test('planted: a script in a stored text does not run', async ({ page, consoleErrors }) => {
  await page.route(`**${ARTICLE}`, async (route) => {
    const response = await route.fetch()
    const body = (await response.text()).replace('</h1>', '</h1><script>document.title = "ran"</script>')
    await route.fulfill({ response, body })
  })
  await page.goto(ARTICLE)
  expect(await page.title()).not.toBe('ran')
  const refused = consoleErrors.filter((text) => text.includes('Content Security Policy'))
  // A browser without script says nothing of a policy, because it runs nothing.
  consoleErrors.splice(0, consoleErrors.length, ...consoleErrors.filter((text) => !refused.includes(text)))
})
