import { expect, readUnkept, sql, test } from './site'

const SLUG = 'choir-of-forty'
const FIRST_ID = 900_001

// Written past the site, so pages that others read do not show them; gone afterwards.
test.beforeEach(() => {
  const [article] = sql<{ id: number }>('SELECT id FROM Article WHERE slug = ?', SLUG)
  if (!article) throw new Error('the article is not there')
  for (let i = 0; i < 250; i++) {
    sql(
      `INSERT OR IGNORE INTO Comment (id, articleId, status, kind, authorName, text, createdAt) VALUES (?, ?, 'APPROVED', 'COMMENT', ?, ?, ?)`,
      FIRST_ID + i,
      article.id,
      `Reader ${i + 1}`,
      `Comment number ${i + 1}.`,
      Date.UTC(2026, 0, 1) + i * 60_000,
    )
  }
})

test.afterEach(() => {
  sql('DELETE FROM Comment WHERE id >= ? AND id < ?', FIRST_ID, FIRST_ID + 250)
})

test('a long discussion is parted into pages, each at an address of its own', async ({ page }) => {
  await readUnkept(page)
  await page.goto(`/${SLUG}/`)
  await expect(page.locator('.comment')).toHaveCount(100)
  const pages = page.getByRole('navigation', { name: 'Pages of comments' })
  await pages.getByRole('link', { name: 'Page 3' }).click()
  await expect(page).toHaveURL(new RegExp(`/${SLUG}/comment-page-3/#comments$`))
  await expect(page.getByText('Comment number 250.')).toBeVisible()
  await expect(page.getByText('Comment number 1.', { exact: true })).toHaveCount(0)
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', `${process.env.BASE_URL}/${SLUG}/`)
})

test('“Reply” leads to the page on which the comment stands', async ({ page }) => {
  await readUnkept(page)
  await page.goto(`/${SLUG}/?replytocom=${FIRST_ID + 199}#respond`)
  await expect(page.locator(`#comment-${FIRST_ID + 199}`)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Leave a Reply to Reader 200' })).toBeVisible()
})

test('a page that a discussion does not have leads to the article, in one step', async ({ request }) => {
  const headers = { cookie: 'comment_held=0' }
  for (const [asked, to] of [
    [`/${SLUG}/comment-page-1/`, `/${SLUG}/`],
    [`/${SLUG}/comment-page-9/`, `/${SLUG}/`],
    [`/${SLUG}/comment-page-2`, `/${SLUG}/comment-page-2/`],
    ['/the-night-library/comment-page-2/', '/the-night-library/'],
  ]) {
    const response = await request.get(asked ?? '', { headers, maxRedirects: 0 })
    expect([asked, response.status(), response.headers().location]).toEqual([asked, 301, to])
  }
  expect((await request.get('/nothing-of-the-kind/comment-page-2/')).status()).toBe(404)
})
