import type { APIRequestContext } from '@playwright/test'
import sharp from 'sharp'
import { structuredFaults } from '@/lib/structured-data/check'
import { type HeadFacts, headOf, hrefsOf, metaOf } from './head-facts'
import { type HeadRow, headTable, TAKEN_DOWN } from './head-table'
import { expect, sql, test } from './site'

const base = () => process.env.BASE_URL ?? ''

async function read(request: APIRequestContext, { path, status = 200 }: Pick<HeadRow, 'path' | 'status'>) {
  const response = await request.get(path, { maxRedirects: 0 })
  expect([path, response.status()]).toEqual([path, status])
  return headOf(await response.text())
}

const typesOf = (head: HeadFacts): string[] =>
  head.said.flatMap((json) =>
    (JSON.parse(json) as { '@graph': { '@type': string }[] })['@graph'].map((thing) => thing['@type']),
  )

test.beforeAll(() => {
  // One that was taken down, for its notice.
  const values = [TAKEN_DOWN, TAKEN_DOWN, Date.now(), Date.now()]
  const columns = 'path, pathFolded, withdrawnAt, updatedAt, slug, headline, excerpt, body, locale, status'
  sql(`INSERT INTO Article (${columns}) VALUES (?, ?, ?, ?, 'x', 'Taken down', '', '', 'en', 'WITHDRAWN')`, ...values)
})
test.afterAll(() => {
  sql('DELETE FROM Article WHERE path = ?', TAKEN_DOWN)
})

test('the head of every kind of page says what it is, once, and under one address', async ({ request }) => {
  test.setTimeout(120_000)
  for (const row of headTable()) {
    const { name, path, locale = 'en', canonical = path, indexed = true } = row
    const head = await read(request, row)
    const address = canonical === null ? [] : [base() + canonical]
    expect.soft([name, head.lang, head.dir]).toEqual([name, locale, locale === 'en' ? 'ltr' : 'rtl'])
    expect.soft([name, head.titles]).toEqual([name, [expect.stringMatching(/\S/)]])
    expect
      .soft([name, metaOf(head, 'robots')])
      .toEqual([name, [indexed ? 'max-image-preview:large' : 'noindex, follow']])
    expect.soft([name, hrefsOf(head, 'canonical')]).toEqual([name, address])
    expect.soft([name, hrefsOf(head, 'prev')]).toEqual([name, row.previous ? [base() + row.previous] : []])
    if (!row.mayGoOn) expect.soft([name, hrefsOf(head, 'next')]).toEqual([name, row.next ? [base() + row.next] : []])
    if (indexed) expect.soft([name, metaOf(head, 'description')]).toEqual([name, [expect.stringMatching(/\S/)]])
    expect
      .soft([name, metaOf(head, 'og:url'), metaOf(head, 'og:type')])
      .toEqual([name, address, row.og ? [row.og] : []])
    const feeds = head.links.filter(({ type }) => type === 'application/rss+xml')
    expect.soft([name, feeds.length]).toEqual([name, 1 + (row.feeds ?? 0)])
    expect.soft([name, hrefsOf(head, 'icon')]).toEqual([name, ['/favicon.ico', '/icon.svg']])
    expect.soft([name, hrefsOf(head, 'apple-touch-icon')]).toEqual([name, ['/apple-touch-icon.png']])
    expect.soft([name, hrefsOf(head, 'manifest')]).toEqual([name, ['/site.webmanifest']])
    const colours = head.metas.filter((meta) => meta.name === 'theme-color').map(({ media }) => media)
    expect.soft([name, colours]).toEqual([name, ['(prefers-color-scheme: light)', '(prefers-color-scheme: dark)']])
    expect.soft([name, typesOf(head)]).toEqual([name, row.types ?? []])
  }
})

test('what every page says to machines is what they require, and a fault in it would be found', async ({ request }) => {
  test.setTimeout(120_000)
  for (const row of headTable().filter(({ types }) => types)) {
    const [json = ''] = (await read(request, row)).said
    expect.soft([row.name, structuredFaults(json, base())]).toEqual([row.name, []])
    // Planted: the same page without one of the things that its types must have.
    for (const planted of [
      json.replace('"name":', '"nam":'),
      json.replaceAll(base(), ''),
      json.replace('"@type"', '"type"'),
    ]) {
      expect.soft([row.name, structuredFaults(planted, base())]).not.toEqual([row.name, []])
    }
  }
})

test('a host that somebody else names is in no address', async ({ request }) => {
  for (const headers of [{ 'x-forwarded-host': 'evil.example' }, { forwarded: 'host=evil.example' }]) {
    for (const path of ['/', '/the-last-boat/', '/no-such-thing/']) {
      const response = await request.get(path, { headers: { ...headers, cookie: 'comment_held=0' } })
      expect(await response.text()).not.toContain('evil.example')
    }
  }
})

test('the picture of every card is there, of the kind and in the size that is said', async ({ request }) => {
  test.setTimeout(120_000)
  const seen = new Set<string>()
  for (const row of headTable().filter(({ og }) => og)) {
    const head = await read(request, row)
    const [url = ''] = metaOf(head, 'og:image')
    const said = ['type', 'width', 'height'].map((part) => metaOf(head, `og:image:${part}`)[0])
    const isLarge = !url.endsWith('/icon-512.png')
    expect
      .soft([row.name, url.startsWith(`${base()}/`), metaOf(head, 'og:image:alt').length])
      .toEqual([row.name, true, 1])
    expect
      .soft([row.name, metaOf(head, 'twitter:card')])
      .toEqual([row.name, [isLarge ? 'summary_large_image' : 'summary']])
    if (seen.has(url)) continue
    seen.add(url)
    const response = await request.get(url)
    const { width, height } = await sharp(await response.body()).metadata()
    expect.soft([url, response.headers()['content-type'], `${width}`, `${height}`]).toEqual([url, ...said])
  }
  expect(seen.size).toBeGreaterThan(3)
})

test('an article whose picture no card can show has one drawn of its headline, and says so', async ({ request }) => {
  test.setTimeout(120_000)
  const drawn = async (path: string) => {
    const find = () => sql<{ socialImage: string | null }>('SELECT socialImage FROM Article WHERE path = ?', path)[0]
    await expect.poll(() => find()?.socialImage ?? '', { timeout: 60_000 }).toMatch(/^\/media\//)
    return find()?.socialImage ?? ''
  }
  const seen = new Set<string>()
  for (const path of ['/the-last-boat/', '/عبارة-منتصف-الليل/']) {
    const src = await drawn(path)
    seen.add(src)
    // Its page hears of it within a moment.
    const said = async () => metaOf(await read(request, { path: encodeURI(path) }), 'og:image')
    await expect.poll(said).toEqual([base() + src])
    const head = await read(request, { path: encodeURI(path) })
    const parts = ['type', 'width', 'height'].map((part) => metaOf(head, `og:image:${part}`)[0])
    expect([...parts, metaOf(head, 'og:image:alt')]).toEqual(['image/png', '1200', '630', metaOf(head, 'og:title')])
    const response = await request.get(src)
    expect(response.headers()).toMatchObject({
      ...{ 'content-type': 'image/png', 'cache-control': expect.stringContaining('immutable') },
    })
    expect(await sharp(await response.body()).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 })
    // No picture of words is said to be the article's.
    expect(head.said.join()).not.toContain(src)
  }
  expect(seen.size).toBe(2)
})

test('what stands for the site is there: icons of every kind, and the manifest that names them', async ({
  request,
}) => {
  for (const [path, type] of [
    ['/favicon.ico', /^image\/(x-icon|vnd.microsoft.icon)/],
    ['/icon.svg', /^image\/svg\+xml/],
    ['/apple-touch-icon.png', /^image\/png/],
  ] as const) {
    const response = await request.get(path)
    expect([path, response.status()]).toEqual([path, 200])
    expect(response.headers()['content-type']).toMatch(type)
  }
  expect(await sharp(await (await request.get('/apple-touch-icon.png')).body()).metadata()).toMatchObject({
    ...{ width: 180, height: 180 },
  })
  const manifest = (await (await request.get('/site.webmanifest')).json()) as { icons: Record<string, string>[] }
  for (const { src = '', sizes = '', type } of manifest.icons) {
    const response = await request.get(src)
    expect([src, response.status(), response.headers()['content-type']?.split(';')[0]]).toEqual([src, 200, type])
    if (sizes === 'any') continue
    const { width, height } = await sharp(await response.body()).metadata()
    expect([src, `${width}x${height}`]).toEqual([src, sizes])
  }
})

test('every feed and every page beside it that a head names is there', async ({ request }) => {
  test.setTimeout(120_000)
  const named = new Set<string>()
  for (const row of headTable()) {
    for (const { rel, type, href = '' } of (await read(request, row)).links) {
      if (rel === 'prev' || rel === 'next' || type === 'application/rss+xml') named.add(href)
    }
  }
  for (const href of named) {
    expect.soft([href, (await request.get(href, { maxRedirects: 0 })).status()]).toEqual([href, 200])
  }
})

test('an article says when, by whom, and what readers said and what was put right', async ({ page }) => {
  await page.goto('/the-last-boat/')
  const json = await page.locator('script[type="application/ld+json"]').textContent()
  const [article] = (JSON.parse(json ?? '{}') as { '@graph': Record<string, unknown>[] })['@graph']
  const comments = await page.locator('.comments [id^="comment-"]').count()
  expect(article).toMatchObject({
    headline: await page.locator('h1').textContent(),
    mainEntityOfPage: `${base()}/the-last-boat/`,
    author: [
      { '@type': 'Person', url: expect.stringContaining('/author/') },
      { '@type': 'Person', url: expect.stringContaining('/author/') },
    ],
    publisher: { '@type': 'NewsMediaOrganization', ethicsPolicy: `${base()}/ethics/` },
    isAccessibleForFree: true,
    correction: [{ '@type': 'CorrectionComment' }],
    commentCount: comments,
    speakable: { cssSelector: ['.headline', '.article-header .dek'] },
  })
  const said = (article?.comment ?? []) as { '@id': string }[]
  expect(said.length).toBe(Math.min(comments, 8))
  for (const comment of said) await expect(page.locator(`#${new URL(comment['@id']).hash.slice(1)}`)).toHaveCount(1)
  for (const selector of ['.headline', '.article-header .dek'])
    await expect(page.locator(selector).first()).toBeVisible()
})
