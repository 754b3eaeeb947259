import { expect, listedPaths, test } from './site'

test('a reader searches from the masthead and finds articles with the words marked, the best first', async ({
  page,
}) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Search', exact: true }).click()
  await expect(page).toHaveURL(/\/search\/$/)
  await page.getByRole('searchbox').fill('night ferry')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page).toHaveURL(/\/search\/\?q=night(\+|%20)ferry$/)
  await expect(page).toHaveTitle('Search results for: night ferry – Broadsheet')
  await expect(page.getByRole('searchbox')).toHaveValue('night ferry')
  await expect(page.locator('.archive-header .note').first()).toHaveText(
    /^\d+ articles for “night ferry”, best match first$/,
  )
  expect((await listedPaths(page))[0]).toBe('/the-last-boat/')
  await expect(page.locator('mark', { hasText: /ferr/i }).first()).toBeVisible()
})

test('the page is for readers: search engines leave it out, and its breadcrumb says what was asked', async ({
  page,
}) => {
  await page.goto('/search/?q=ferry')
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex, follow')
  const crumbs = page.getByRole('navigation', { name: 'Breadcrumb' })
  await expect(crumbs.getByRole('listitem')).toHaveText(['Home', 'Search results for: ferry'])
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Search')
})

test('without words there is the form alone; where nothing is found the page says so', async ({ page }) => {
  await page.goto('/search/')
  await expect(page.getByRole('searchbox')).toHaveValue('')
  await expect(page.locator('.article-card')).toHaveCount(0)
  const response = await page.goto('/search/?q=xylophonist')
  expect(response?.status()).toBe(200)
  await expect(page.locator('.archive-header')).toContainText('Nothing was found for “xylophonist”.')
})

test('a phrase and a minus narrow it down', async ({ page }) => {
  await page.goto('/search/?q=%22Good%20Intent%22')
  expect(await listedPaths(page)).toEqual(['/dredger-finds-ships-bell/'])
  await page.goto('/search/?q=Rovers%20-Pyle')
  expect(await listedPaths(page)).not.toContain('/rovers-lose-in-the-mud/')
})

test('Arabic and Persian are found in any spelling, and stand in their own direction', async ({ page }) => {
  await page.goto(`/search/?q=${encodeURIComponent('عباره منتصف اللیل')}`)
  const card = page.locator('.article-card').first()
  await expect(card.getByRole('link')).toHaveAttribute('href', encodeURI('/عبارة-منتصف-الليل/'))
  await expect(card.locator('.dek')).toHaveAttribute('dir', 'rtl')
  await page.goto(`/search/?q=${encodeURIComponent('پرندهشمار')}`)
  expect(await listedPaths(page)).toContain(encodeURI('/دفترهای-پرنده‌شمار/'))
})

test('results have pages with addresses of their own, and each address one spelling', async ({ page, request }) => {
  await page.goto('/search/?q=the')
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Page 2' }).click()
  await expect(page).toHaveURL(/\/search\/page\/2\/\?q=the$/)
  await expect(page.locator('.article-card')).toHaveCount(10)
  const answer = async (path: string) => {
    const response = await request.get(path, { maxRedirects: 0 })
    return [response.status(), response.headers().location]
  }
  expect(await answer('/search/page/1/?q=a%20b')).toEqual([301, '/search/?q=a%20b'])
  expect(await answer('/search/page/02/?q=the')).toEqual([301, '/search/page/2/?q=the'])
  expect(await answer('/search?q=the')).toEqual([301, '/search/?q=the'])
  expect((await answer('/search/page/99/?q=the'))[0]).toBe(404)
  expect((await answer('/search/page/2/'))[0]).toBe(404)
  expect((await answer('/search/page/x/?q=the'))[0]).toBe(404)
  expect((await answer('/search/page/2/?q=xylophonist'))[0]).toBe(404)
})

test('what a reader types is text, whatever it looks like', async ({ page }) => {
  const typed = '<img src=x onerror=alert(1)> " OR NEAR( * {a}:'
  const response = await page.goto(`/search/?q=${encodeURIComponent(typed)}`)
  expect(response?.status()).toBe(200)
  await expect(page.getByRole('searchbox')).toHaveValue(typed)
  await expect(page.locator('main img')).toHaveCount(0)
  for (const query of ['%00', '%ED%A0%80', '%', '%22', 'a'.repeat(1_000), '&q=b']) {
    expect([query, (await page.goto(`/search/?q=${query}`))?.status()]).toEqual([query, 200])
  }
})
