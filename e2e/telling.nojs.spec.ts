import { enterAs } from './newsroom'
import { expect, sql, test } from './site'

test.describe.configure({ mode: 'serial', timeout: 90_000 })

const ARTICLE = '/the-last-boat/'
const base = () => process.env.BASE_URL ?? ''

test.afterAll(() => {
  sql(`DELETE FROM Setting WHERE key = 'telling'`)
  sql(`INSERT INTO Invalidation (tag, createdAt, origin) VALUES ('site', ?, '')`, new Date().toISOString())
})

test('nothing is told or heard until an admin says so', async ({ request }) => {
  const article = await request.get(ARTICLE)
  expect([article.headers().link, article.headers()['x-pingback']]).toEqual([undefined, undefined])
  expect(await article.text()).not.toContain('rel="webmention"')
  expect(await (await request.get('/feed/')).text()).not.toContain('rel="hub"')
  expect((await request.get('/webmention/')).status()).toBe(404)
  expect((await request.post('/xmlrpc.php', { data: '' })).status()).toBe(410)
})

test('an admin switches it on, and every page and feed says so at once', async ({ page, request }) => {
  await enterAs(page, 'ADMIN')
  await page.goto('/admin/settings/telling/')
  for (const name of [/search engines with IndexNow/, /WebSub hub/, /Hear of pages/, /Hear of WordPress/]) {
    await page.getByLabel(name).check()
  }
  await page.getByLabel('Address of the hub').fill('hub')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('That is no address of the web.')).toBeVisible()
  await expect(page.getByLabel(/search engines with IndexNow/)).toBeChecked()
  await page.getByLabel('Address of the hub').fill('https://hub.example/')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()

  const key = await page.getByRole('link', { name: /\.txt$/ }).getAttribute('href')
  const answer = await request.get(key ?? '')
  expect(`/${await answer.text()}.txt`).toBe(key)
  const article = await request.get(ARTICLE)
  expect(article.headers().link).toBe(`<${base()}/webmention/>; rel="webmention"`)
  expect(article.headers()['x-pingback']).toBe(`${base()}/xmlrpc.php`)
  expect(await article.text()).toContain(`<link rel="webmention" href="${base()}/webmention/"/>`)
  for (const [path, hub] of [
    ['/feed/', '<atom:link href="https://hub.example/" rel="hub"/>'],
    ['/category/harbour/feed/atom/', '<link rel="hub" href="https://hub.example/"/>'],
    ['/tag/ferries/feed/json/', '"hubs":[{"type":"WebSub","url":"https://hub.example/"}]'],
  ] as const) {
    expect(await (await request.get(path)).text()).toContain(hub)
  }
  // Of what others find or say the hub hears nothing.
  expect(await (await request.get('/search/feed/?q=ferry')).text()).not.toContain('rel="hub"')
})

test('whoever links here says so, and a page on this very machine is never read', async ({ request, page }) => {
  const form = { source: 'http://127.0.0.1:9/post', target: base() + ARTICLE }
  expect((await request.post('/webmention/', { form })).status()).toBe(202)
  const waits = () =>
    sql<{ n: number }>(`SELECT count(*) AS n FROM Job WHERE kind = 'mention.hear' AND finishedAt IS NULL`)
  await expect.poll(() => waits()[0]?.n, { timeout: 10_000 }).toBe(0)
  expect(sql(`SELECT id FROM Comment WHERE kind = 'WEBMENTION'`)).toEqual([])
  await enterAs(page, 'ADMIN')
  await page.goto('/admin/settings/telling/')
  await expect(page.getByRole('row', { name: /A mention http:\/\/127\.0\.0\.1:9\/post/ })).toContainText('done')
})

test('nobody but an admin may say so', async ({ page }) => {
  await enterAs(page, 'EDITOR')
  await page.goto('/admin/settings/telling/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This is not yours to do')
})
