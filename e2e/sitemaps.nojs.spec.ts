import type { APIRequestContext } from '@playwright/test'
import { expect, sql, test } from './site'
import { elementsOf, textsOf } from './xml'

const locations = async (request: APIRequestContext, path: string): Promise<string[]> => {
  const response = await request.get(path)
  expect([path, response.status(), response.headers()['content-type']]).toEqual([
    path,
    200,
    'application/xml; charset=utf-8',
  ])
  const elements = elementsOf(await response.text())
  return [...textsOf(elements, 'loc', 'sitemap'), ...textsOf(elements, 'loc', 'url')]
}

test('the sitemaps name every public article, page and term once, and nothing else', async ({ request }) => {
  const base = process.env.BASE_URL ?? ''
  const sitemaps = await locations(request, '/sitemap.xml')
  expect(sitemaps).toContain(`${base}/news-sitemap.xml`)
  const lists = sitemaps.filter((url) => !url.includes('news'))
  const urls = (await Promise.all(lists.map((url) => locations(request, url)))).flat()
  expect(new Set(urls).size).toBe(urls.length)
  const texts = sql<{ path: string }>(
    `SELECT path FROM Article WHERE status = 'PUBLISHED' AND canonicalUrl IS NULL AND noIndex = 0`,
  )
  const terms = sql<{ key: string }>(
    `SELECT key FROM Archive WHERE key LIKE 'tag-%' OR key LIKE 'category-%' OR key LIKE 'author-%'`,
  )
  expect(urls).toHaveLength(texts.length + terms.length + ['/', '/corrections/'].length)
  expect(urls).toEqual(expect.arrayContaining(texts.map(({ path }) => base + encodeURI(path))))
})

test('every address in them is answered, and is its own canonical', async ({ request }) => {
  test.setTimeout(120_000)
  const lists = (await locations(request, '/sitemap.xml')).filter((url) => !url.includes('news'))
  for (const list of lists) {
    for (const url of await locations(request, list)) {
      const response = await request.get(url, { maxRedirects: 0 })
      const html = await response.text()
      expect([url, response.status()]).toEqual([url, 200])
      expect(html).toContain(`<link rel="canonical" href="${url}"/>`)
      expect([url, /<meta name="robots" content="noindex/.test(html)]).toEqual([url, false])
    }
  }
})

test('who has a sitemap is told so, and it is packed', async ({ request }) => {
  for (const path of ['/sitemap.xml', '/sitemaps/pages.xml', '/news-sitemap.xml', '/robots.txt']) {
    const first = await request.get(path)
    const { etag = '' } = first.headers()
    const again = await request.get(path, { headers: { 'if-none-match': etag } })
    expect([path, again.status()]).toEqual([path, 304])
  }
  const packed = await request.get('/sitemaps/tags.xml', { headers: { 'accept-encoding': 'br' } })
  expect(packed.headers()['content-encoding']).toBe('br')
})

test('a list that is not there, and a part too many, is not there', async ({ request }) => {
  for (const path of ['/sitemaps/', '/sitemaps/articles-1871-03.xml', '/sitemaps/tags-part-2.xml', '/sitemaps/x.xml']) {
    expect([path, (await request.get(path)).status()]).toEqual([path, 404])
  }
})

test('robots are told where the sitemap is, and are kept out of the newsroom alone', async ({ request }) => {
  const response = await request.get('/robots.txt')
  expect(response.headers()['content-type']).toBe('text/plain; charset=utf-8')
  const text = await response.text()
  expect(text).toContain(`Sitemap: ${process.env.BASE_URL}/sitemap.xml`)
  expect(text).toContain('User-agent: GPTBot')
  expect([...text.matchAll(/^Disallow: (.*)$/gm)].map(([, path]) => path)).toEqual([
    '/admin/',
    '/login/',
    '/admin/',
    '/login/',
  ])
})

test('what is not set is not there', async ({ request }) => {
  for (const path of ['/ads.txt', '/humans.txt', '/security.txt', '/.well-known/security.txt']) {
    expect([path, (await request.get(path)).status()]).toEqual([path, 404])
  }
})

test('the manifest names the site, and its icons are there in the sizes that it says', async ({ request, page }) => {
  await page.goto('/')
  const href = await page.locator('link[rel="manifest"]').getAttribute('href')
  const response = await request.get(href ?? '')
  expect(response.headers()['content-type']).toBe('application/manifest+json; charset=utf-8')
  const { name, icons } = (await response.json()) as { name: string; icons: { src: string; sizes: string }[] }
  expect(name).toBe('Broadsheet')
  for (const { src, sizes } of icons.filter(({ src }) => src.endsWith('.png'))) {
    const bytes = await (await request.get(src)).body()
    // Width and height stand at the same place in every PNG.
    expect([src, `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`]).toEqual([src, sizes])
  }
})
