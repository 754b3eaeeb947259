import { expect, test } from './site'

const CANNERY = '/inside-the-cannery/'

test('an article in two pages has an address for each', async ({ page }) => {
  await page.goto(CANNERY)
  await expect(page.getByRole('heading', { name: 'The owner' })).toHaveCount(0)
  await page.locator('.article .pagination').getByRole('link', { name: 'Next' }).click()
  await expect(page).toHaveURL(new RegExp(`${CANNERY}2/$`))
  await expect(page).toHaveTitle(/page 2/i)
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', new RegExp(`${CANNERY}2/$`))
  await expect(page.getByRole('heading', { name: 'The owner' })).toBeVisible()
  await expect(page.locator('.lead-image')).toHaveCount(0)
  await expect(page.locator('.article .pagination [rel="prev"]')).toHaveAttribute('href', CANNERY)
})

test('a page too far, or the first by its number, leads to the article', async ({ request }) => {
  for (const [path, to] of [
    [`${CANNERY}1/`, CANNERY],
    [`${CANNERY}3/`, CANNERY],
    [`${CANNERY}2`, `${CANNERY}2/`],
    ['/the-last-boat/2/', '/the-last-boat/'],
  ]) {
    const response = await request.get(path ?? '', { maxRedirects: 0 })
    expect([path, response.status(), response.headers().location]).toEqual([path, 301, to])
  }
})
