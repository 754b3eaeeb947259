import { faults, LOOKS } from './axe'
import { enterAs, PASSWORD, signIn, signInPath, trouble } from './newsroom'
import { newsroomPages } from './newsroom-pages'
import { expect, sql, test } from './site'

test.describe.configure({ timeout: 300_000 })

const pages = newsroomPages.map(({ path }) => path)

test('axe finds nothing at the front door, right or wrong', async ({ page }) => {
  for (const path of [
    '/login/',
    '/login/?step=code',
    '/login/?step=backup',
    '/login/link/?token=gone',
    signInPath('EDITOR'),
  ]) {
    await page.goto(path)
    expect([path, await faults(page)]).toEqual([path, []])
  }
  await page.goto('/login/')
  await signIn(page, 'nobody@ellerhaven.example', PASSWORD)
  await trouble(page).waitFor()
  expect(await faults(page)).toEqual([])
})

test('axe finds nothing in the newsroom, light and wide', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 1280, height: 900 })
  await enterAs(page, 'ADMIN')
  for (const path of [...pages, '/admin/nothing/']) {
    await page.goto(path)
    expect([path, await faults(page)]).toEqual([path, []])
  }
})

for (const { locale, width, colorScheme } of [
  { locale: 'ar', width: 360, colorScheme: 'dark' },
  { locale: 'fa', width: 360, colorScheme: 'light' },
  { locale: 'fa', width: 1280, colorScheme: 'dark' },
] as const) {
  test(`nor in “${locale}”, ${colorScheme} and ${width} wide, and nothing is wider than the screen`, {
    tag: '@long',
  }, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 740 })
    await enterAs(page, 'ADMIN')
    sql(`UPDATE User SET locale = ? WHERE role = 'ADMIN'`, locale)
    try {
      for (const path of pages) {
        await page.goto(path)
        await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
        expect([path, await faults(page)]).toEqual([path, []])
        // Measured on a page that axe has not scrolled about in.
        await page.goto(path)
        for (const manage of await page.locator('.manage > summary:visible').all()) await manage.click()
        const wider = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect([path, wider]).toEqual([path, 0])
        expect([path, await faults(page, LOOKS)]).toEqual([path, []])
      }
    } finally {
      sql(`UPDATE User SET locale = NULL WHERE role = 'ADMIN'`)
    }
  })
}
