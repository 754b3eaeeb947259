import { structuredFaults } from '@/lib/structured-data/check'
import { expect, test } from './site'
import { templates } from './templates'

test('what every page says to machines is what they require', async ({ page }) => {
  test.setTimeout(120_000)
  const types = new Set<string>()
  for (const { name, open, indexed } of templates) {
    await open(page)
    const said = await page.locator('script[type="application/ld+json"]').allTextContents()
    expect.soft([name, said.length]).toEqual([name, indexed ? 1 : 0])
    for (const json of said) {
      expect.soft([name, structuredFaults(json, process.env.BASE_URL ?? '')]).toEqual([name, []])
      for (const [, type] of json.matchAll(/"@type":"(\w+)"/g)) types.add(type ?? '')
    }
  }
  for (const type of ['NewsArticle', 'BreadcrumbList', 'ProfilePage', 'CollectionPage', 'WebSite', 'WebPage', 'Person'])
    expect(types).toContain(type)
})

test('a page that is passed on says what it is, under its own address', async ({ page }) => {
  test.setTimeout(120_000)
  for (const { name, open, indexed } of templates.filter((template) => template.indexed)) {
    const response = await open(page)
    const property = (of: string) => page.locator(`meta[property="${of}"]`).getAttribute('content')
    expect
      .soft({ name, url: await property('og:url'), title: await property('og:title'), indexed })
      .toEqual({ name, url: response.url(), title: expect.stringMatching(/\S/), indexed: true })
    expect.soft(await property('og:locale')).toMatch(/^[a-z]{2}_[A-Z]{2}$/)
  }
})

test('an article says when, by whom, and with which picture in its real size', async ({ page, request }) => {
  await page.goto('/the-last-boat/')
  const image = (await page.locator('meta[property="og:image"]').getAttribute('content')) ?? ''
  expect((await request.get(image)).status()).toBe(200)
  const shown = page.locator('.lead-image img')
  for (const side of ['width', 'height']) {
    const content = await page.locator(`meta[property="og:image:${side}"]`).getAttribute('content')
    expect(content).toBe(await shown.getAttribute(side))
  }
  const json = await page.locator('script[type="application/ld+json"]').textContent()
  const [article] = (JSON.parse(json ?? '{}') as { '@graph': Record<string, unknown>[] })['@graph']
  const { BASE_URL } = process.env
  expect(article).toMatchObject({
    headline: await page.locator('h1').textContent(),
    mainEntityOfPage: `${BASE_URL}/the-last-boat/`,
    author: [{ '@type': 'Person' }, { '@type': 'Person' }],
    publisher: { '@type': 'NewsMediaOrganization', ethicsPolicy: `${BASE_URL}/ethics/` },
    isAccessibleForFree: true,
    correction: [{ '@type': 'CorrectionComment' }],
  })
})

test('the pages of a list and of a long article name those beside them', async ({ page }) => {
  const beside = async (rel: string) => page.locator(`head link[rel="${rel}"]`).getAttribute('href')
  await page.goto('/all/page/2/')
  expect([await beside('prev'), await beside('next')]).toEqual(
    ['/all/', '/all/page/3/'].map((path) => process.env.BASE_URL + path),
  )
  await page.goto('/inside-the-cannery/')
  expect(await beside('next')).toBe(`${process.env.BASE_URL}/inside-the-cannery/2/`)
})
