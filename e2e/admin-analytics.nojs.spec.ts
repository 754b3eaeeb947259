import { BROWSERS } from '@/lib/testing/reader-mix'
import { enterAs } from './newsroom'
import { expect, sql, test } from './site'

// A browser that is driven says so, and would be counted as a bot.
test.use({ userAgent: BROWSERS[0]?.userAgent ?? '' })
test.describe.configure({ timeout: 90_000 })

const ARTICLE = '/the-last-boat/'

test.afterAll(() => {
  sql(`DELETE FROM Setting WHERE key = 'figures'`)
  sql(`INSERT INTO Invalidation (tag, createdAt, origin) VALUES ('site', ?, '')`, Date.now())
})

test('what readers read is on the page of figures in a moment, in a file, and where readers see it', async ({
  page,
  request,
}) => {
  const [article] = sql<{ id: number; headline: string }>('SELECT id, headline FROM Article WHERE path = ?', ARTICLE)
  const views = () =>
    sql<{ views: number }>('SELECT sum(views) AS views FROM ViewDay WHERE articleId = ?', article?.id)[0]?.views ?? 0
  const before = views()
  // First, so that they are counted by the time that the readings are.
  await request.get(ARTICLE, { headers: { 'user-agent': 'Mozilla/5.0 (compatible; GPTBot/1.3)' } })
  for (let i = 0; i < 3; i++) await page.goto('/search/?q=Zeppelin+works')
  for (let i = 0; i < 3; i++) await page.goto(ARTICLE, { referer: 'https://www.google.com/' })
  await expect.poll(views, { timeout: 15_000 }).toBe(before + 3)

  await enterAs(page, 'EDITOR')
  await page
    .getByRole('link', { name: 'More' })
    .or(page.getByRole('link', { name: 'your account' }))
    .first()
    .click()
  await page.getByRole('link', { name: 'Readers’ figures' }).click()
  const list = (name: string) => page.getByRole('table', { name, exact: true })
  await expect(list('Articles').getByRole('row', { name: article?.headline ?? '' })).toBeVisible()
  await expect(list('How readers came')).toContainText('From a search engine')
  await expect(list('Bots by name')).toContainText('GPTBot')
  await expect(list('Searched without result')).toContainText('zeppelin works')
  await expect(page.getByRole('img', { name: /^Bar chart; the most were/ })).toBeVisible()
  const href = await page.getByRole('link', { name: 'Articles as a CSV file' }).getAttribute('href')
  const file = await page.request.get(href ?? '')
  expect(file.headers()['content-disposition']).toBe('attachment; filename="articles-today.csv"')
  expect(await file.text()).toContain(article?.headline)
  expect((await request.get(href ?? '')).status()).toBe(403)
  await page.getByRole('link', { name: 'Now' }).click()
  await expect(list('Articles')).toContainText(article?.headline ?? '')
  await page.getByRole('link', { name: '30 days' }).click()
  await expect(page.getByText('in the last 30 days')).toBeVisible()
})

test('an admin shows readers what is read most, and how much', async ({ page, request }) => {
  const ids = sql<{ id: number }>(
    `SELECT id FROM Article WHERE status = 'PUBLISHED' AND kind = 'ARTICLE' AND locale = 'en' LIMIT 3`,
  )
  sql(
    'INSERT OR REPLACE INTO Ranking (days, madeAt, articles) VALUES (7, ?, ?)',
    Date.now(),
    JSON.stringify(ids.map(({ id }, i) => [id, 100 - i])),
  )
  sql('INSERT INTO ViewDay (day, articleId, views) VALUES (?, 0, 1234)', yesterday())
  expect(await (await request.get('/')).text()).not.toContain('Most read')
  await enterAs(page, 'ADMIN')
  await page.goto('/admin/settings/figures/')
  await page.getByLabel('Of seven days').check()
  await page.getByLabel('Keep the figures for days').fill('90')
  await page.getByLabel(/Say in the footer/).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved. The site shows it now.')).toBeVisible()
  await page.goto('/')
  await expect(page.getByRole('region', { name: 'Most read' }).getByRole('listitem')).toHaveCount(3)
  await expect(page.getByText('Our pages were read 1,234 times in the last 30 days.')).toBeVisible()
  expect(await (await request.get(ARTICLE)).text()).toContain('1,234 times')
})

const yesterday = () => Number(new Date(Date.now() - 86_400_000).toISOString().slice(0, 10).replaceAll('-', ''))
