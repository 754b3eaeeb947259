import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { enterAs, isSaved, writeArticle } from './newsroom'
import { expect, test } from './site'

const saved = (page: Page) => page.locator('.edit-bar .saved')
/** Takes a step, and waits until its own answer is there: the address may still tell of the one before. */
async function step(page: Page, name: string): Promise<void> {
  const before = page.url()
  await page.getByRole('button', { name, exact: true }).click()
  await page.waitForURL(({ href, search }) => search.startsWith('?did=') && href !== before)
}

test('a contributor writes, an editor sends back, publishes, changes and withdraws', async ({ page, browser }) => {
  test.setTimeout(180_000)
  const anybody = await (await browser.newContext()).newPage()
  const slug = '/two-lamps-at-low-water/'
  await enterAs(page, 'CONTRIBUTOR')
  const address = await writeArticle(page, 'Two lamps at low water', 'Nobody lit the second one.')
  await expect(page.getByRole('button', { name: 'Publish' })).toHaveCount(0)
  await page.getByText('Send for review').first().click()
  await step(page, 'Send for review')
  expect((await anybody.goto(slug))?.status()).toBe(404)

  const editor = await (await browser.newContext()).newPage()
  await enterAs(editor, 'EDITOR')
  await editor.goto('/admin/articles/?view=review')
  await editor.getByRole('link', { name: 'Two lamps at low water' }).click()
  await editor.getByText('Send back…').click()
  await editor.getByLabel('What should change?').fill('Who says so?')
  await step(editor, 'Send it back')

  await page.goto(address)
  await expect(page.getByText('Who says so?')).toBeVisible()
  await page.locator('.document').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' The harbour master says so.')
  await isSaved(page)
  await page.getByText('Send for review').first().click()
  await step(page, 'Send for review')

  await editor.goto(address)
  await step(editor, 'Publish')
  await expect(editor.getByText('It is live.')).toBeVisible()
  await anybody.goto(slug)
  await expect(anybody.getByText('The harbour master says so.')).toBeVisible()

  await editor.locator('.document').click()
  await editor.keyboard.press('Control+End')
  await editor.keyboard.type(' He was asleep.')
  await isSaved(editor)
  await anybody.reload()
  await expect(anybody.getByText('He was asleep.')).toHaveCount(0)
  await editor.getByLabel('Correction').check()
  await editor.getByLabel('What readers will read about it').fill('An earlier text left him awake.')
  await step(editor, 'Publish changes with this note')
  await anybody.reload()
  await expect(anybody.getByText('He was asleep.')).toBeVisible()
  await expect(anybody.getByText('An earlier text left him awake.')).toBeVisible()

  await editor.getByText('Withdraw…').click()
  await editor.getByLabel(/^Readers will find a notice/).fill('The lamps were one lamp.')
  await step(editor, 'Withdraw the article')
  expect((await anybody.goto(slug))?.status()).toBe(410)
  await expect(anybody.getByText('The lamps were one lamp.')).toBeVisible()
})

test('what was typed outlives a lost network and a closed page', async ({ page, context }) => {
  test.setTimeout(90_000)
  await enterAs(page, 'AUTHOR')
  const address = await writeArticle(page, 'A text in a tunnel', 'Before.')
  await context.setOffline(true)
  await page.locator('.document').click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' In the tunnel.')
  await expect(saved(page)).toContainText('No connection', { timeout: 20_000 })
  await page.close({ runBeforeUnload: false })
  await context.setOffline(false)
  const again = await context.newPage()
  await again.goto(address)
  await expect(again.getByText('Words that had not reached the site are back.')).toBeVisible()
  await expect(again.locator('.document')).toContainText('Before. In the tunnel.')
  await isSaved(again)
  await again.reload()
  await expect(again.locator('.document')).toContainText('Before. In the tunnel.')
})

test('whoever leaves in the middle of a save is in no conflict with themselves', async ({ page }) => {
  test.setTimeout(90_000)
  await enterAs(page, 'EDITOR')
  const address = await writeArticle(page, 'Left in a hurry', 'Before.')
  await page.locator('.document').click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' And after.')
  // It is saved, and the answer is lost on the way.
  await page.route('**/admin/articles/**', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    await route.fetch()
    return route.abort()
  })
  await expect(saved(page)).toContainText('No connection', { timeout: 20_000 })
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await page.close({ runBeforeUnload: false })
  const again = await page.context().newPage()
  await again.goto(address)
  await expect(again.locator('.document')).toContainText('Before. And after.')
  await expect(again.getByRole('button', { name: 'Use mine' })).toHaveCount(0)
})

test('two people on one article: neither writes over the other unasked', async ({ page, browser }) => {
  test.setTimeout(120_000)
  await enterAs(page, 'EDITOR')
  const address = await writeArticle(page, 'A text for two', 'The first line.')
  const other = await (await browser.newContext()).newPage()
  await enterAs(other, 'ADMIN')
  await other.goto(address)
  await expect(other.getByText(/is editing this article/)).toBeVisible()
  await other.locator('.document').click()
  await other.keyboard.press('Control+End')
  await other.keyboard.type(' From the admin.')
  await isSaved(other)
  await page.locator('.document').click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' From the editor.')
  await expect(page.getByRole('button', { name: 'Use mine' })).toBeVisible({ timeout: 20_000 })
  await expect(page.locator('ins')).toContainText('editor')
  await expect(page.locator('del')).toContainText('admin')
  await page.getByRole('button', { name: 'Use mine' }).click()
  await isSaved(page)
  await page.goto(`${address}history/`)
  await expect(page.locator('.versions li').first()).toBeVisible()
  await other.goto(address)
  await expect(other.locator('.document')).toContainText('From the editor.')
})

test('a headline that is missing is said before anything is published', async ({ page }) => {
  await enterAs(page, 'EDITOR')
  await page.goto('/admin/articles/')
  await page.getByRole('button', { name: 'New article' }).click()
  await page.waitForURL(/\/admin\/articles\/\d+\/$/)
  await page.locator('.document').click()
  await page.keyboard.type('Words without a name.')
  await isSaved(page)
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page.getByText('There is something to mend first')).toBeVisible()
})

test('a contributor finds neither another’s article nor the way to publish', async ({ page, browser }) => {
  await enterAs(page, 'EDITOR')
  const address = await writeArticle(page, 'Not for everybody', 'A secret.')
  const contributor = await (await browser.newContext()).newPage()
  await enterAs(contributor, 'CONTRIBUTOR')
  expect((await contributor.goto(address))?.status()).toBe(404)
  expect((await contributor.goto(`${address}history/`))?.status()).toBe(404)
  await contributor.goto('/admin/articles/')
  await expect(contributor.getByText('Not for everybody')).toHaveCount(0)
})

test('nothing stands in the way of anybody, on any screen', { tag: '@long' }, async ({ page }) => {
  test.setTimeout(120_000)
  await enterAs(page, 'EDITOR')
  const address = await writeArticle(page, 'For every screen', 'Words.')
  for (const [width, colorScheme] of [
    [1280, 'light'],
    [360, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme })
    for (const path of ['/admin/articles/', address, `${address}history/`]) {
      await page.goto(path)
      if (path === address) await page.locator('.document').waitFor()
      expect((await new AxeBuilder({ page }).analyze()).violations, `${path} at ${width}`).toEqual([])
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(wide, `${path} at ${width}`).toBeLessThanOrEqual(0)
    }
  }
})
