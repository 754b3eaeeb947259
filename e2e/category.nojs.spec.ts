import { expect, listedPaths, test } from './site'

test('a category says what is above and below it, and lists what is filed in either', async ({ page }) => {
  await page.goto('/category/harbour/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Harbour')
  const below = page.locator('.archive-header').getByRole('link')
  await expect(below).toHaveText(['Ferries', 'Pilots'])
  expect(await listedPaths(page)).toContain('/the-last-boat/')
  await below.first().click()
  await expect(page).toHaveURL(/\/category\/harbour\/ferries\/$/)
  const crumbs = page.getByRole('navigation', { name: 'Breadcrumb' })
  await expect(crumbs.getByRole('listitem')).toHaveText(['Home', 'Harbour', 'Ferries'])
  await expect(crumbs.locator('[aria-current="page"]')).toHaveText('Ferries')
  await expect(crumbs.getByRole('link', { name: 'Harbour' })).toHaveAttribute('href', '/category/harbour/')
})

test('the section that a page belongs to is marked in the masthead', async ({ page }) => {
  for (const path of ['/category/harbour/ferries/', '/the-last-boat/']) {
    await page.goto(path)
    await expect(page.locator('.masthead-sections [aria-current]')).toHaveText('Harbour')
  }
})

test('an edition in another language has its own direction, words and digits', async ({ page }) => {
  await page.goto('/category/fa/')
  await expect(page.locator('html')).toHaveAttribute('lang', 'fa')
  await expect(page.locator('.article-list .dateline').first()).toContainText(/[۰-۹]/)
  // Names of sections are in the site's own language, and say so.
  await expect(page.locator('.masthead-sections a').first()).toHaveAttribute('lang', 'en')
})

test('half an address, or another, is none', async ({ request }) => {
  for (const path of ['/category/', '/category/ferries/', '/category/harbour/nowhere/']) {
    expect([path, (await request.get(path, { maxRedirects: 0 })).status()]).toEqual([path, 404])
  }
})
