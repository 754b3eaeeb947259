import type { Page } from '@playwright/test'
import { faults } from './axe'
import { enterAs } from './newsroom'
import { expect, test } from './site'

const link = (page: Page, name: string) => page.locator('.tree').getByRole('link', { name, exact: true })

async function make(page: Page, name: string): Promise<void> {
  await page.goto('/admin/categories/')
  await expect(async () => {
    await page.locator('#new').getByLabel('Name').fill(name)
    await page.getByRole('button', { name: 'Make it' }).click()
    await expect(link(page, name)).toBeVisible({ timeout: 3_000 })
  }).toPass()
}

/** Slugs from the root, as the tree says it. */
const addressOf = (page: Page, name: string) =>
  page.locator('[data-branch] > .row', { has: page.getByRole('link', { name, exact: true }) }).locator('bdi.meta')

test('with the keyboard alone a category goes below its neighbour, out again, and keeps the focus', async ({
  page,
}) => {
  await enterAs(page, 'EDITOR')
  await make(page, 'Keys one')
  await make(page, 'Keys two')
  await link(page, 'Keys two').focus()
  await page.keyboard.press('Alt+ArrowRight')
  await expect(addressOf(page, 'Keys two')).toHaveText('/category/keys-one/keys-two/')
  await expect(link(page, 'Keys two')).toBeFocused()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(addressOf(page, 'Keys two')).toHaveText('/category/keys-two/')
  await expect(link(page, 'Keys two')).toBeFocused()
  await page.keyboard.press('Alt+ArrowUp')
  const names = page.locator('.tree a.headline', { hasText: 'Keys ' })
  await expect(names).toHaveText(['Keys two', 'Keys one'])
})

test('dragged onto another it stands below it', async ({ page }) => {
  await enterAs(page, 'EDITOR')
  await make(page, 'Drag one')
  await make(page, 'Drag two')
  const [one, two] = [link(page, 'Drag one'), link(page, 'Drag two')]
  await two
    .locator('xpath=ancestor::div[contains(@class, "row")][1]')
    .dragTo(one.locator('xpath=ancestor::div[contains(@class, "row")][1]'))
  await expect(addressOf(page, 'Drag two')).toHaveText('/category/drag-one/drag-two/')
})

test('axe finds nothing on the page of one category or one tag', async ({ page }) => {
  await enterAs(page, 'EDITOR')
  await page.goto('/admin/categories/')
  await page.locator('.tree a').first().click()
  await page.waitForURL(/categories\/\d+/)
  expect(await faults(page)).toEqual([])
  await page.goto('/admin/tags/')
  await page.locator('table a').first().click()
  await page.waitForURL(/tags\/\d+/)
  expect(await faults(page)).toEqual([])
})
