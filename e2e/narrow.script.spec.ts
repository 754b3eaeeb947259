import type { Page } from '@playwright/test'
import { expect, test } from './site'
import { templates } from './templates'

test.use({ viewport: { width: 320, height: 640 } })

/** By how many pixels the page scrolls sideways. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

test('no page scrolls sideways at 320 pixels, in either direction', async ({ page }) => {
  test.setTimeout(120_000)
  for (const { name, open } of templates) {
    await open(page)
    expect.soft(await overflow(page), name).toBe(0)
  }
})

for (const path of ['/the-last-boat/', '/عبارة-منتصف-الليل/']) {
  test(`what is too wide is seen: ${path}`, async ({ page }) => {
    await page.goto(path)
    await page
      .locator('.article-body > p')
      .first()
      .evaluate((paragraph) => {
        paragraph.style.minInlineSize = '400px'
      })
    expect(await overflow(page)).toBeGreaterThan(0)
  })
}
