import { expect, sql, test } from './site'
import { elementsOf, textsOf } from './xml'

test('the feed that pages point to is well-formed RSS 2.0 with the newest articles', async ({ page, request }) => {
  await page.goto('/')
  const href = await page.locator('link[type="application/rss+xml"]').first().getAttribute('href')
  const response = await request.get(href ?? '')
  expect(response.headers()['content-type']).toBe('application/rss+xml; charset=utf-8')
  const elements = elementsOf(await response.text())
  expect(elements[0]).toMatchObject({ name: 'rss', attributes: { version: '2.0' } })
  expect(textsOf(elements, 'title', 'channel')).toEqual(['Broadsheet'])
  expect(textsOf(elements, 'link', 'channel')).toEqual([`${process.env.BASE_URL}/`])
  expect(elements.find(({ name }) => name === 'atom:link')?.attributes.href).toBe(`${process.env.BASE_URL}/feed/`)

  const dates = textsOf(elements, 'pubDate', 'item').map((date) => Date.parse(date))
  expect(dates).toHaveLength(10)
  expect(dates).toEqual(dates.toSorted((a, b) => b - a))
  const guids = textsOf(elements, 'guid', 'item')
  expect(new Set(guids).size).toBe(10)
  for (const text of textsOf(elements, 'content:encoded', 'item')) {
    expect(text).toMatch(/^<p/)
    expect(text).not.toMatch(/(src|href)="\/(?!\/)/)
  }
  for (const link of textsOf(elements, 'link', 'item')) expect((await request.get(link)).status()).toBe(200)
})

test('a reader that has the feed is told so, and another spelling of its address leads to it', async ({ request }) => {
  const { etag = '' } = (await request.get('/feed/')).headers()
  const again = await request.get('/feed/', { headers: { 'if-none-match': etag } })
  expect([again.status(), (await again.body()).length]).toEqual([304, 0])
  const modified = (await request.get('/feed/')).headers()['last-modified'] ?? ''
  expect((await request.get('/feed/', { headers: { 'if-modified-since': modified } })).status()).toBe(304)
  const moved = await request.get('/feed', { maxRedirects: 0 })
  expect([moved.status(), moved.headers().location]).toEqual([301, '/feed/'])
})

test('a document that is not well-formed is seen', () => {
  expect(() => elementsOf('<rss><channel><title>A & B</title></channel></rss>')).toThrow()
  expect(() => elementsOf('<rss><channel></rss>')).toThrow()
})

/** One page of each kind that has a feed. */
const YEAR = () => String(sql<{ day: number }>('SELECT max(publishedDay) AS day FROM Article')[0]?.day).slice(0, 4)
const PAGES = [
  '/',
  '/all/',
  '/category/harbour/ferries/',
  '/category/ar/',
  '/tag/ferries/',
  '/author/maren-oldacre/',
  '/corrections/',
  '/the-last-boat/',
  encodeURI('/عبارة-منتصف-الليل/'),
]

test('pages name their feed, and it is there in each format, under its own address and with the same items', async ({
  page,
  request,
}) => {
  test.setTimeout(120_000)
  let sites: string | null = null
  for (const path of [...PAGES, `/${YEAR()}/`]) {
    await page.goto(path)
    const language = await page.locator('html').getAttribute('lang')
    sites ??= language
    const hrefs = await page
      .locator('link[type="application/rss+xml"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
    const own = `${path}feed/`
    expect(hrefs).toContain(own)
    // The site's feed is the one in the language of the page.
    expect([path, hrefs[0]]).toEqual([path, language === sites ? '/feed/' : `/${language}/feed/`])
    expect([path, (await request.get(hrefs[0] ?? '', { maxRedirects: 0 })).status()]).toEqual([path, 200])
    const get = async (address: string, type: string) => {
      const response = await request.get(address, { maxRedirects: 0 })
      expect([address, response.status(), response.headers()['content-type']]).toEqual([
        address,
        200,
        `${type}; charset=utf-8`,
      ])
      return response.text()
    }
    const rss = elementsOf(await get(own, 'application/rss+xml'))
    const self = rss.find(({ name }) => name === 'atom:link')?.attributes.href
    expect(self).toBe(process.env.BASE_URL + own)
    const atom = elementsOf(await get(`${own}atom/`, 'application/atom+xml'))
    const json = JSON.parse(await get(`${own}json/`, 'application/feed+json')) as { items: { id: string }[] }
    const guids = textsOf(rss, 'guid', 'item')
    expect(guids.length).toBeGreaterThan(0)
    expect(textsOf(atom, 'id', 'entry')).toEqual(guids)
    expect(json.items.map(({ id }) => id)).toEqual(guids)
  }
})

test('the comments of the site have a feed, and so has what a search finds', async ({ request }) => {
  const comments = elementsOf(await (await request.get('/comments/feed/')).text())
  expect(textsOf(comments, 'title', 'item')[0]).toMatch(/^Comment on .+ by .+/)
  for (const link of textsOf(comments, 'link', 'item')) expect(link).toMatch(/#comment-\d+$/)
  const search = elementsOf(await (await request.get('/search/feed/?q=ferry')).text())
  expect(textsOf(search, 'link', 'channel')).toEqual([`${process.env.BASE_URL}/search/?q=ferry`])
  expect(textsOf(search, 'title', 'item').length).toBeGreaterThan(3)
})
