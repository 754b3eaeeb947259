import { expect, test } from './site'

const BOAT = '/the-last-boat/'

test('a reader opens an article and finds everything in its order', async ({ page }) => {
  await page.goto(BOAT)
  await expect(page).toHaveTitle('The last boat leaves at half past nine, and nobody can say why – Broadsheet')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'The last boat leaves at half past nine, and nobody can say why',
  )
  const order = await page
    .locator('.breadcrumb, .kicker, h1, .article-header .dek, .byline, .lead-image, .article-body, .correction-notice')
    .evaluateAll((elements) => elements.map(({ className }) => className.split(' ')[0]))
  expect(order.slice(0, 8)).toEqual([
    'breadcrumb',
    'kicker',
    'headline',
    'dek',
    'byline',
    'lead-image',
    'article-body',
    'correction-notice',
  ])
})

test('the breadcrumb leads home and through the categories, and ends at the page itself', async ({ page }) => {
  await page.goto(BOAT)
  const crumbs = page.getByRole('navigation', { name: 'Breadcrumb' })
  await expect(crumbs.getByRole('listitem')).toHaveText([
    'Home',
    'Harbour',
    'Ferries',
    'The last boat leaves at half past nine, and nobody can say why',
  ])
  await expect(crumbs.locator('[aria-current="page"]')).toHaveCount(1)
  await expect(crumbs.getByRole('link', { name: 'Ferries' })).toHaveAttribute('href', '/category/harbour/ferries/')
})

test('both authors are named in order, linked, and introduced', async ({ page }) => {
  await page.goto(BOAT)
  await expect(page.locator('.article-header .byline')).toHaveText('By Maren Oldacre and Tobias Fennick')
  await expect(page.getByRole('heading', { name: 'About Maren Oldacre' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'About Tobias Fennick' })).toBeVisible()
})

test('an Arabic article is Arabic throughout: language, direction, words, digits', async ({ page }) => {
  await page.goto('/عبارة-منتصف-الليل/')
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar')
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(page.locator('.article-header .byline')).toContainText('بقلم')
  await expect(page.locator('.article-header .dateline')).toContainText(/[٠-٩]/)
})

test('a page that is not there says so with the right status, and helps', async ({ page }) => {
  const response = await page.goto('/no-such-thing/')
  expect(response?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page has gone out with the tide')
  await expect(page.getByRole('searchbox')).toHaveValue('no such thing')
})
