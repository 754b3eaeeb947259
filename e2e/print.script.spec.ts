import { expect, test } from './site'

test('on paper there is what was written, dark on light, and nothing to press', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await page.goto('/the-last-boat/')
  for (const part of ['.masthead-name', 'h1', '.byline', '.lead-image', '.article-body', '.footnotes', '#comments']) {
    await expect(page.locator(part).first()).toBeVisible()
  }
  for (const part of [
    '.masthead-sections',
    '.share-links',
    '.check-also',
    '.article-nav',
    '#respond',
    '.comment-reply',
  ]) {
    await expect(page.locator(part).first()).toBeHidden()
  }
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)')
})
