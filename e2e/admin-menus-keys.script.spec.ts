import type { Page } from '@playwright/test'
import { faults } from './axe'
import { enterAs } from './newsroom'
import { expect, sql, test } from './site'

const heading = (id: number, name: string) => ({
  ...{
    id,
    kind: 'address',
    targetId: null,
    address: `/${name.toLowerCase()}/`,
    labels: { en: name, ar: name },
    below: [],
  },
})

test.beforeEach(() => menu(['One', 'Two', 'Three']))
test.afterEach(() => menu([]))

function menu(names: string[]): void {
  const masthead = names.map((name, at) => heading(at + 1, name))
  const value = JSON.stringify({ masthead, footer: [], nextId: 9 })
  sql(
    "INSERT INTO Setting (key, value) VALUES ('menus', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
    value,
  )
  sql("INSERT INTO Invalidation (tag, createdAt, origin) VALUES ('site', ?, '')", Date.now())
}

const link = (page: Page, name: string) => page.locator('.tree').getByRole('link', { name, exact: true })
const tree = (page: Page) =>
  page.locator('.tree').evaluate((form) => {
    const draw = (list: Element | null): string =>
      [...(list?.children ?? [])]
        .map(
          (item) =>
            `${item.querySelector('a')?.textContent}${item.querySelector('ul') ? `(${draw(item.querySelector('ul'))})` : ''}`,
        )
        .join(' ')
    return draw(form.querySelector('ul'))
  })

test('by keys and by dragging an item goes below its neighbour and out again, and keeps the focus', async ({
  page,
}) => {
  await enterAs(page, 'EDITOR')
  await page.goto('/admin/menus/')
  await expect.poll(() => tree(page)).toBe('One Two Three')
  await link(page, 'Two').focus()
  await page.keyboard.press('Alt+ArrowRight')
  await expect.poll(() => tree(page)).toBe('One(Two) Three')
  await expect(link(page, 'Two')).toBeFocused()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect.poll(() => tree(page)).toBe('One Two Three')
  const row = (name: string) => link(page, name).locator('xpath=ancestor::div[contains(@class, "row")][1]')
  await row('Three').dragTo(row('One'))
  await expect.poll(() => tree(page)).toBe('One(Three) Two')
  await link(page, 'One').click()
  await expect(page.locator('#item')).toBeVisible()
  expect(await faults(page)).toEqual([])
})

test('in Arabic at 360 pixels nothing scrolls sideways, and axe finds nothing', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await enterAs(page, 'EDITOR')
  sql("UPDATE User SET locale = 'ar' WHERE role = 'EDITOR'")
  try {
    for (const path of ['/admin/menus/?item=1', '/admin/pages/', '/admin/redirects/', '/admin/redirects/import/']) {
      await page.goto(path)
      await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
      const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth
      expect.soft(await page.evaluate(overflow), path).toBe(0)
      expect.soft(await faults(page), path).toEqual([])
    }
  } finally {
    sql("UPDATE User SET locale = NULL WHERE role = 'EDITOR'")
  }
})
