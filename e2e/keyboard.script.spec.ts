import type { Page } from '@playwright/test'
import { expect, test } from './site'

type Stop = { name: string; ring: boolean; seen: boolean; after: boolean }

/** Goes through a page with the tabulator key, from the first stop to the last. */
async function walk(page: Page): Promise<Stop[]> {
  const stops: Stop[] = []
  for (;;) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(() => {
      const element = document.activeElement
      if (!element || element === document.body) return null
      const shared = window as { lastStop?: Element }
      const last = shared.lastStop
      shared.lastStop = element
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      const { top, bottom } = element.getBoundingClientRect()
      return {
        name: `${element.tagName} ${element.textContent?.trim() || element.id}`,
        ring: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
        seen: bottom > 0 && top < innerHeight,
        after: !last || Boolean(last.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING),
      }
    })
    if (!stop) return stops
    stops.push(stop)
  }
}

const wrong = (stops: Stop[]) => stops.filter(({ ring, seen, after }) => !ring || !seen || !after)

test('the first key shows a way past the masthead', async ({ page }) => {
  await page.goto('/the-last-boat/')
  const skip = page.getByRole('link', { name: 'Skip to content' })
  await page.keyboard.press('Tab')
  await expect(skip).toBeFocused()
  expect((await skip.boundingBox())?.height).toBeGreaterThan(24)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#main$/)
  await page.keyboard.press('Tab')
  await expect(page.locator('main a').first()).toBeFocused()
})

for (const path of ['/', '/the-night-library/', '/عبارة-منتصف-الليل/', '/search/?q=ferry']) {
  test(`every stop is ringed, in view and in the order of the page: ${path}`, async ({ page }) => {
    await page.goto(path)
    const stops = await walk(page)
    expect(wrong(stops)).toEqual([])
    const reachable = page.locator(':is(a[href], button, textarea, input:not([type=hidden], [tabindex="-1"])):visible')
    expect(stops.length).toBeGreaterThanOrEqual(await reachable.count())
  })
}

test('a ring that is missing is seen', async ({ page }) => {
  await page.goto('/search/')
  await page.locator('#q').evaluate((field) => {
    field.style.outline = 'none'
  })
  expect(wrong(await walk(page)).map(({ name }) => name)).toEqual(['INPUT q'])
})
