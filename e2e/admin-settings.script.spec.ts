import { faults } from './axe'
import { enterAs } from './newsroom'
import { expect, test } from './site'

test('axe finds nothing where the settings say what another pattern would change', async ({ page }) => {
  await enterAs(page, 'ADMIN')
  await page.goto('/admin/settings/addresses/?pattern=%2F%25year%25%2F%25month%25%2F%25slug%25%2F')
  await expect(page.locator('li.address').first()).toBeVisible()
  expect(await faults(page)).toEqual([])
})
