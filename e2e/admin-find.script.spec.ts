import type { Page } from '@playwright/test'
import { faults } from './axe'
import { enterAs } from './newsroom'
import { expect, sql, test } from './site'

const field = (page: Page) => page.getByRole('combobox', { name: /^Find an article/ })
const option = (page: Page, name: string | RegExp) => page.getByRole('option', { name })

test('“Find or do” finds articles, pages and acts, by keys alone', async ({ page }) => {
  await enterAs(page, 'ADMIN')
  await page.keyboard.press('Control+k')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('last bo')
  await expect(option(page, /The last boat/)).toBeVisible()
  expect(await faults(page)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/admin\/articles\/\d+\/$/)
  await page.locator('.document').waitFor()
  // In the editor too, and while somebody types.
  await page.locator('.document').click()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('audit')
  await expect(option(page, 'Audit log')).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowDown')
  await expect(option(page, /^Search all articles/)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/admin\/audit\/$/)
  await page.getByRole('link', { name: 'Find or do…' }).click()
  await page.keyboard.type('wilhel')
  await expect(page.getByRole('group', { name: 'People' }).getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(field(page)).toHaveCount(0)
})

test('it says what it is, goes round at its ends, and gives the focus back to where it was', async ({ page }) => {
  test.setTimeout(60_000)
  await enterAs(page, 'EDITOR')
  await page.goto('/admin/articles/')
  const words = page.getByRole('searchbox')
  await words.focus()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog', { name: 'Find or do' })).toBeVisible()
  await expect(field(page)).toBeFocused()
  const list = page.getByRole('listbox', { name: 'Found' })
  await expect(field(page)).toHaveAttribute('aria-controls', (await list.getAttribute('id')) ?? '')
  await expect(field(page)).toHaveAttribute('aria-expanded', 'true')
  const last = list.getByRole('option').last()
  await page.keyboard.press('ArrowUp')
  await expect(last).toHaveAttribute('aria-selected', 'true')
  await expect(field(page)).toHaveAttribute('aria-activedescendant', (await last.getAttribute('id')) ?? '')
  await page.keyboard.press('ArrowDown')
  await expect(list.getByRole('option').first()).toHaveAttribute('aria-selected', 'true')
  // The page behind it is out of reach meanwhile.
  for (let i = 0; i < 4; i++) {
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.matches('body, dialog *'))).toBe(true)
  }
  await page.keyboard.press('Escape')
  await expect(words).toBeFocused()
  const opener = page.getByRole('link', { name: 'Find or do…' })
  await opener.focus()
  await page.keyboard.press('Enter')
  await expect(field(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(opener).toBeFocused()
})

test('nobody is offered what is not theirs', async ({ page }) => {
  await enterAs(page, 'CONTRIBUTOR')
  await page.keyboard.press('Control+k')
  for (const typed of ['comments', 'people', 'audit', 'last boat', 'wilhel']) {
    await field(page).fill(typed)
    await expect(page.getByRole('option')).toHaveText([`Search all articles for “${typed}”`])
  }
})

test('something new is begun from there', async ({ page }) => {
  await enterAs(page, 'AUTHOR')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('new art')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/admin\/articles\/\d+\/$/)
})

test('in Persian, dark, on a phone: it fits, and reads right to left', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize({ width: 360, height: 740 })
  await enterAs(page, 'EDITOR')
  sql(`UPDATE User SET locale = 'fa' WHERE role = 'EDITOR'`)
  try {
    await page.goto('/admin/')
    await page.locator('[data-opens-tool="find"]').click()
    await page.keyboard.type('ديدگاه')
    await expect(page.getByRole('option', { name: 'دیدگاه‌ها', exact: true })).toBeVisible()
    expect(await faults(page)).toEqual([])
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wide).toBeLessThanOrEqual(0)
  } finally {
    sql(`UPDATE User SET locale = NULL WHERE role = 'EDITOR'`)
  }
})

test('letters lead through the newsroom and its lists, and can be switched off', async ({ page }) => {
  await enterAs(page, 'EDITOR')
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keys' })
  await expect(sheet).toBeVisible()
  expect(await faults(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
  await page.keyboard.press('g')
  await page.keyboard.press('a')
  await expect(page).toHaveURL(/\/admin\/articles\/$/)
  await page.locator('html[data-keys]').waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  const second = page.locator('[data-line]').nth(1)
  await expect(second.locator('.headline')).toBeFocused()
  await page.keyboard.press('x')
  await expect(second.getByRole('checkbox')).toBeChecked()
  await page.keyboard.press('k')
  await page.keyboard.press('Shift+X')
  await expect(page.locator('[data-line] :checked')).toHaveCount(2)
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox')).toBeFocused()
  // While somebody types, a letter is a letter.
  await page.keyboard.type('gc')
  await expect(page).toHaveURL(/\/admin\/articles\/$/)
  await page.getByRole('heading', { name: 'Articles' }).click()
  await page.keyboard.press('4')
  await expect(page).toHaveURL(/view=review/)
  await page.locator('html[data-keys]').waitFor()
  await page.keyboard.press('?')
  await sheet.getByRole('checkbox').uncheck()
  await page.keyboard.press('Escape')
  await page.keyboard.press('g')
  await page.keyboard.press('d')
  await page.keyboard.press('?')
  await expect(sheet).toHaveCount(0)
  await expect(page).toHaveURL(/view=review/)
})

test('a string becomes neither script nor markup in the newsroom', async ({ page, consoleErrors }) => {
  await enterAs(page, 'EDITOR')
  await page.goto('/admin/articles/')
  const refused = await page.evaluate(() => {
    const said = (work: () => void) => {
      try {
        work()
        return 'done'
      } catch (error) {
        return error instanceof TypeError ? 'refused' : String(error)
      }
    }
    const script = document.createElement('script')
    return [
      said(() => {
        document.body.innerHTML = '<img src="x">'
      }),
      said(() => {
        script.src = 'https://evil.example/a.js'
      }),
      said(() => {
        script.src = '/media/a.js'
      }),
      said(() => {
        script.text = 'alert(1)'
      }),
      said(() => {
        script.src = '/_next/static/a.js'
      }),
    ]
  })
  expect(refused).toEqual(['refused', 'refused', 'refused', 'refused', 'done'])
  // What the browser said of these five.
  consoleErrors.length = 0
})
