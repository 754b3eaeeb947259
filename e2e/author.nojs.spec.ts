import { expect, listedPaths, test } from './site'

test('an author’s page has photo, bio, links and every article, also those written with others', async ({ page }) => {
  await page.goto('/author/maren-oldacre/')
  const header = page.locator('.archive-header')
  await expect(header.getByRole('heading', { level: 1 })).toHaveText('Maren Oldacre')
  await expect(header.getByRole('img')).toHaveAttribute('alt', /Maren Oldacre/)
  await expect(header).toContainText('has covered the harbour since 2011')
  await expect(header.getByRole('link', { name: 'Website' })).toHaveAttribute('href', 'https://oldacre.example/')
  await expect(header.getByRole('link', { name: 'Website' })).toHaveAttribute('rel', 'me noopener')
  expect(await listedPaths(page)).toEqual(expect.arrayContaining(['/the-last-boat/', '/oyster-beds-reopen/']))
  expect(await listedPaths(page)).not.toContain('/how-to-apply-for-a-school-place/')
})

test('an author of two editions has one page, with the name as it is written', async ({ page }) => {
  await page.goto('/author/ali-al-baqir/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('‘Ali al-Baqir')
  const persian = page.locator('.article-list .headline[lang="fa"]').first()
  await expect(persian).toHaveAttribute('dir', 'rtl')
})

test('an author who writes in Arabic has an Arabic page', async ({ page }) => {
  await page.goto('/author/nura-al-dahhan/')
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(page.locator('.archive-header .dek')).not.toHaveAttribute('lang')
})

test('nobody of that name, and another case of one', async ({ request }) => {
  expect((await request.get('/author/nobody/')).status()).toBe(404)
  const moved = await request.get('/author/Maren-Oldacre/', { maxRedirects: 0 })
  expect([moved.status(), moved.headers().location]).toEqual([301, '/author/maren-oldacre/'])
})
