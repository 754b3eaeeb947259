import { expect, listedPaths, sql, test } from './site'

const published = (where = '1') =>
  sql<{ path: string }>(
    `SELECT path FROM Article WHERE kind = 'ARTICLE' AND status = 'PUBLISHED' AND ${where} ORDER BY publishedAt DESC, id DESC`,
  ).map(({ path }) => encodeURI(path))

test('who follows “Older” from page to page sees every article once, the newest first, ten a page', async ({
  page,
}) => {
  const seen: string[] = []
  await page.goto('/all/')
  for (let number = 1; ; number++) {
    const paths = await listedPaths(page)
    seen.push(...paths)
    const older = page.getByRole('link', { name: 'Older' })
    if ((await older.count()) === 0) break
    expect(paths).toHaveLength(10)
    await expect(older).toHaveAttribute('rel', 'next')
    await expect(older).toHaveAttribute('href', `/all/page/${number + 1}/`)
    await older.click()
    await expect(page.locator('.pagination [aria-current="page"]')).toContainText(`Page ${number + 1}`)
  }
  expect(seen.length).toBeGreaterThan(40)
  expect(seen).toEqual(published())
})

test('from page 2 a link leads back to the base, and none to “page/1”', async ({ page }) => {
  await page.goto('/all/page/2/')
  await expect(page.locator('.pagination [rel="prev"]')).toHaveAttribute('href', '/all/')
  await expect(page.locator('a[href*="page/1/"]')).toHaveCount(0)
})

for (const base of ['/', '/all/', '/category/harbour/', '/tag/ferries/', '/author/maren-oldacre/']) {
  test(`one address a page: ${base}`, async ({ request }) => {
    const moved = await request.get(`${base}page/1/`, { maxRedirects: 0 })
    expect([moved.status(), moved.headers().location]).toEqual([301, base])
    const beyond = await request.get(`${base}page/99/`, { maxRedirects: 0 })
    expect(beyond.status()).toBe(404)
    const none = await request.get(`${base}page/x/`, { maxRedirects: 0 })
    expect(none.status()).toBe(404)
  })
}

test('a tag lists what bears it, under its name', async ({ page }) => {
  await page.goto('/tag/ferries/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ferries')
  const tagged = `id IN (SELECT articleId FROM ArticleTag JOIN Tag ON Tag.id = tagId WHERE Tag.slug = 'ferries')`
  expect(await listedPaths(page)).toEqual(published(tagged))
})

test('the years, months and days of the address are those of the breadcrumb and of the list', async ({ page }) => {
  const [{ day } = { day: 0 }] = sql<{ day: number }>(
    `SELECT publishedDay AS day FROM Article WHERE path = '/the-last-boat/'`,
  )
  const [year, month, date] = [String(day).slice(0, 4), String(day).slice(4, 6), String(day).slice(6)]
  await page.goto(`/${year}/${month}/${date}/`)
  const crumbs = page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link')
  await expect(crumbs).toHaveCount(3)
  await expect(crumbs.nth(1)).toHaveAttribute('href', `/${year}/`)
  await expect(crumbs.nth(2)).toHaveAttribute('href', `/${year}/${month}/`)
  expect(await listedPaths(page)).toEqual(published(`publishedDay = ${day}`).slice(0, 10))
  await crumbs.nth(2).click()
  expect(await listedPaths(page)).toEqual(published(`publishedDay / 100 = ${year}${month}`).slice(0, 10))
  await crumbs.nth(1).click()
  expect(await listedPaths(page)).toEqual(published(`publishedDay / 10000 = ${year}`).slice(0, 10))
})

test('a date without articles is not there', async ({ request }) => {
  for (const path of ['/1871/', '/1871/03/', '/1871/03/04/']) {
    expect([path, (await request.get(path, { maxRedirects: 0 })).status()]).toEqual([path, 404])
  }
})

test('a date that the calendar lacks, or spelled in another way, leads to the next that is one', async ({
  request,
}) => {
  for (const [path, to] of [
    ['/2026/13/', '/2026/'],
    ['/2026/02/30/', '/2026/02/'],
    ['/2026/9/', '/2026/09/'],
    ['/2026', '/2026/'],
  ]) {
    const response = await request.get(path ?? '', { maxRedirects: 0 })
    expect([path, response.status(), response.headers().location]).toEqual([path, 301, to])
  }
})
