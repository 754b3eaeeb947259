import { faults } from './axe'
import { expect, sql, test } from './site'

const BOAT = '/the-last-boat/'
const CARD = `${BOAT}embed/`
const ARABIC = encodeURI('/عبارة-منتصف-الليل/')

test('an article’s card may be framed by anybody, and nothing else may', async ({ page, request }) => {
  const card = await request.get(CARD)
  const policy = card.headers()['content-security-policy'] ?? ''
  expect(policy).toContain('frame-ancestors *')
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('script-src')
  expect((await card.body()).length).toBeLessThanOrEqual(10_000)
  expect(await card.text()).not.toMatch(/<script|<form/)
  for (const path of [BOAT, '/', '/embed/', '/no-such-thing/embed/', '/the-last-boat/embedded/', `${BOAT}feed/`]) {
    const { 'content-security-policy': other } = (await request.get(path)).headers()
    expect([path, /frame-ancestors 'none'/.test(other ?? '')]).toEqual([path, true])
  }
  await page.goto(CARD)
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', process.env.BASE_URL + BOAT)
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex, follow')
  await expect(page.getByRole('link')).toHaveAttribute('target', '_top')
})

test('other spellings of a card’s address lead to it', async ({ request }) => {
  for (const address of ['/The-Last-Boat/Embed', '/the-last-boat/embed']) {
    const response = await request.get(address, { maxRedirects: 0 })
    expect([response.status(), response.headers().location]).toEqual([301, CARD])
  }
})

for (const width of [360, 600]) {
  for (const [language, path] of [
    ['English', CARD],
    ['Arabic', `${ARABIC}embed/`],
  ] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test(`the card in ${language}, ${colorScheme}, ${width} px wide: all of it is in its frame`, async ({ page }) => {
        await page.emulateMedia({ colorScheme })
        await page.setViewportSize({ width, height: width < 480 ? 380 : 240 })
        await page.goto(path)
        const size = await page.evaluate(() => {
          const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement
          const foot = document.querySelector('.foot')?.getBoundingClientRect()
          return { scrollWidth, scrollHeight, clientWidth, clientHeight, foot: foot?.bottom ?? 0 }
        })
        expect(size.scrollWidth).toBeLessThanOrEqual(size.clientWidth)
        expect(size.scrollHeight).toBeLessThanOrEqual(size.clientHeight)
        expect(size.foot).toBeLessThanOrEqual(size.clientHeight)
        await expect(page.locator('html')).toHaveAttribute('dir', language === 'Arabic' ? 'rtl' : 'ltr')
        expect(await faults(page)).toEqual([])
      })
    }
  }
}

test('an article names where its card is asked for, in JSON and in XML', async ({ page, request }) => {
  await page.goto(BOAT)
  const href = (type: string) => page.locator(`link[type="${type}"]`).getAttribute('href')
  const json = await request.get((await href('application/json+oembed')) ?? '')
  const answer = (await json.json()) as Record<string, string>
  expect(answer).toMatchObject({ version: '1.0', type: 'rich', width: 600, author_name: 'Maren Oldacre' })
  expect(answer.html).toContain(`src="${process.env.BASE_URL}${CARD}"`)
  const xml = await request.get((await href('text/xml+oembed')) ?? '')
  expect(xml.headers()['content-type']).toBe('text/xml; charset=utf-8')
  expect(await xml.text()).toContain(`<title>${answer.title}</title>`)
  const same = await request.get(`/wp-json/oembed/1.0/embed?url=${process.env.BASE_URL}${BOAT}`)
  expect(await same.json()).toEqual(answer)
})

test('the card is as large as there is room, and for what is not public there is none', async ({ request }) => {
  const ask = (url: string, more = '') => request.get(`/oembed/?url=${encodeURIComponent(url)}${more}`)
  const { BASE_URL = '' } = process.env
  expect(await (await ask(BASE_URL + BOAT, '&maxwidth=360&maxheight=200')).json()).toMatchObject({
    width: 360,
    height: 200,
  })
  expect((await ask(BASE_URL + BOAT, '&format=yaml')).status()).toBe(501)
  expect((await request.get('/oembed/')).status()).toBe(400)
  const [draft] = sql<{ path: string }>(`SELECT path FROM Article WHERE status <> 'PUBLISHED' LIMIT 1`)
  for (const url of [
    `${BASE_URL}/no-such-thing/`,
    `${BASE_URL}${draft?.path}`,
    `https://elsewhere.example${BOAT}`,
    'x',
  ])
    expect([url, (await ask(url)).status()]).toEqual([url, 404])
  if (draft) expect((await request.get(`${encodeURI(draft.path)}embed/`)).status()).toBe(404)
})
