import { gzipSync } from 'node:zlib'
import { expect, test } from './site'
import { templates } from './templates'

const PAGE_BYTES = 14 * 1024
const SHEET_BYTES = 6 * 1024

test('every page is light, with one style sheet and no framework’s script', async ({ page }) => {
  test.setTimeout(120_000)
  for (const { name, open } of templates) {
    const html = await (await open(page)).text()
    // As gzip at its usual level, the heavier of the two ways a page can be packed.
    expect.soft(gzipSync(html).length, name).toBeLessThanOrEqual(PAGE_BYTES)
    expect.soft(html, name).not.toMatch(/\/_next\/|__next/)
    expect.soft(html.match(/<link rel="stylesheet"/g), name).toHaveLength(1)
    expect.soft(html, name).not.toMatch(/<style|\sstyle="/)
  }
})

test('the style sheet is small', async ({ page, request }) => {
  await page.goto('/')
  const href = (await page.locator('link[rel="stylesheet"]').getAttribute('href')) ?? ''
  const sheet = await request.get(href)
  expect(sheet.headers()['content-type']).toContain('text/css')
  const body = await sheet.body()
  expect(body.length).toBeGreaterThan(SHEET_BYTES)
  expect(gzipSync(body).length).toBeLessThanOrEqual(SHEET_BYTES)
})

test('the script is smaller than the sheet, and only where there is something for it to add to', async ({
  page,
  request,
}) => {
  await page.goto('/the-last-boat/')
  const src = (await page.locator('script[src]').getAttribute('src')) ?? ''
  expect(gzipSync(await (await request.get(src)).body()).length).toBeLessThanOrEqual(3 * 1024)
  await page.goto('/all/')
  await expect(page.locator('script[src]')).toHaveCount(0)
})
