import { expect, readUnkept, sql, test } from './site'

const SCHOOLS = '/how-to-apply-for-a-school-place/'

test('the front leads with the newest news that has a picture, and says what is latest', async ({ page }) => {
  await readUnkept(page)
  await page.goto('/')
  const lead = page.locator('.lead-article')
  const [newest] = sql<{ headline: string }>(
    `SELECT headline FROM Article WHERE kind = 'ARTICLE' AND status = 'PUBLISHED' AND label = 'NEWS' AND locale = 'en'
     AND leadImage IS NOT NULL AND pinnedUntil IS NULL ORDER BY publishedAt DESC LIMIT 1`,
  )
  await expect(lead.getByRole('heading')).toHaveText(newest?.headline ?? '')
  await expect(lead.getByRole('img')).toHaveAttribute('fetchpriority', 'high')
  const times = await page
    .locator('.latest .latest-list time')
    .evaluateAll((all) => all.map((time) => time.getAttribute('datetime')))
  expect(times).toHaveLength(10)
  expect(times).toEqual(times.toSorted().reverse())
})

test('every section is there, and nothing but the latest list says a thing twice', async ({ page }) => {
  await page.goto('/')
  for (const section of ['Opinion', 'Harbour', 'Town Hall', 'Business', 'Schools', 'Culture', 'Sport', 'Weather']) {
    await expect(page.locator('main').getByRole('heading', { name: section, exact: true })).toBeVisible()
  }
  const headlines = await page.locator('main .headline').allTextContents()
  expect(new Set(headlines).size).toBe(headlines.length)
})

test('what is pinned stands beside the lead until its time is over', async ({ page }) => {
  await page.goto('/')
  const pinned = page.locator('.article-card', { hasText: 'Pinned' })
  await expect(pinned.getByRole('link')).toHaveAttribute('href', SCHOOLS)
  const [before] = sql<{ pinnedUntil: unknown }>('SELECT pinnedUntil FROM Article WHERE path = ?', SCHOOLS)
  sql('UPDATE Article SET pinnedUntil = publishedAt WHERE path = ?', SCHOOLS)
  try {
    await readUnkept(page)
    await page.goto('/')
    await expect(page.locator('.article-card').first()).toBeVisible()
    await expect(pinned).toHaveCount(0)
  } finally {
    sql('UPDATE Article SET pinnedUntil = ? WHERE path = ?', before?.pinnedUntil, SCHOOLS)
  }
})

test('the front goes on in pages, whose addresses for search engines are those of all articles', async ({ page }) => {
  await page.goto('/page/2/')
  await expect(page.locator('.article-list .article-card')).toHaveCount(10)
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', /\/all\/page\/2\/$/)
})
