import AxeBuilder from '@axe-core/playwright'
import { enterAs } from './newsroom'
import { expect, test } from './site'

test('letters move through the list, decide and undo; while somebody types they are letters', async ({ page }) => {
  await enterAs(page, 'EDITOR')
  await page.goto('/admin/comments/?view=approved')
  // Said by the page when it listens.
  await expect(page.locator('.case .keys')).toBeVisible({ timeout: 20_000 })
  const current = page.locator('.held a[aria-current]')
  const first = await current.getAttribute('data-comment')
  await page.keyboard.press('j')
  await expect(current).not.toHaveAttribute('data-comment', first ?? '')
  const second = await current.getAttribute('data-comment')
  await page.getByRole('searchbox').fill('')
  await page.getByRole('searchbox').press('t')
  await expect(current).toHaveAttribute('data-comment', second ?? '')
  await page.locator('h1').click()
  await page.keyboard.press('t')
  await expect(page.getByText('Moved to the trash.')).toBeVisible()
  await expect(page.locator(`[data-comment="${second}"]`)).toHaveCount(0)
  await page.keyboard.press('z')
  await expect(page.getByText('Back where it was.')).toBeVisible()
  await expect(current).toHaveAttribute('data-comment', second ?? '')
})

test('nothing stands in the way of anybody, on any screen', { tag: '@long' }, async ({ page }) => {
  await enterAs(page, 'EDITOR')
  for (const [width, colorScheme] of [
    [1280, 'light'],
    [360, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme })
    for (const path of ['/admin/comments/?view=approved', '/admin/comments/?view=spam&find=nobody@x.example']) {
      await page.goto(path)
      expect((await new AxeBuilder({ page }).analyze()).violations, `${path} at ${width}`).toEqual([])
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(wide, `${path} at ${width}`).toBeLessThanOrEqual(0)
    }
  }
})
