import { faults } from './axe'
import { enterAs, isSaved, writeArticle } from './newsroom'
import { expect, sql, test } from './site'

test('the page that readers will get, at any width, before they get it', async ({ page }) => {
  test.setTimeout(90_000)
  await enterAs(page, 'EDITOR')
  const address = await writeArticle(page, 'A lamp at the fork', 'It was lit at six.')
  await page.getByRole('link', { name: 'Preview', exact: true }).click()
  await page.waitForURL(`**${address}preview/`)
  const frame = page.frameLocator('iframe')
  await expect(frame.getByRole('heading', { level: 1, name: 'A lamp at the fork' })).toBeVisible()
  await expect(frame.getByText('This has not been published.')).toBeVisible()
  await expect(frame.locator('form#commentform')).toHaveCount(0)
  await expect(frame.getByText('In a preview no comment can be sent.')).toBeVisible()
  await expect(frame.getByRole('button', { name: 'Post Comment' })).toBeDisabled()
  const width = () => frame.locator('html').evaluate((html) => html.clientWidth)
  for (const wanted of [360, 1280, 768]) {
    await page.getByText(String(wanted), { exact: true }).click()
    await expect.poll(width).toBeGreaterThan(wanted - 20)
    expect(await width()).toBeLessThanOrEqual(wanted)
  }
  await page.getByLabel('Other width, in pixels').fill('512')
  await expect.poll(width).toBeLessThanOrEqual(512)
  // What is followed in the frame opens beside it: the site's other pages stand in none.
  const beside = page.waitForEvent('popup')
  await frame.locator('.masthead a').first().click()
  expect(new URL((await beside).url()).pathname).not.toContain('preview')
  await expect(frame.getByRole('heading', { level: 1 })).toBeVisible()
})

test('somebody outside reads a draft by a link, until it is ended', async ({ page, browser, request }) => {
  test.setTimeout(120_000)
  await enterAs(page, 'AUTHOR')
  const address = await writeArticle(page, 'What the interviewee said', 'He said nothing.')
  await page.goto(`${address}preview/`)
  await page.getByLabel('For whom').fill('The harbour master')
  await page.getByRole('button', { name: 'Make a link' }).click()
  await expect(page.getByText('The link is made.')).toBeVisible()
  const link = await page.getByLabel('Link for The harbour master', { exact: true }).inputValue()
  expect(link).toMatch(/\/preview\/\d+\.[0-9a-z]+\.[\w-]{43}\/$/)

  const outside = await (await browser.newContext()).newPage()
  const answer = await outside.goto(link)
  expect(answer?.status()).toBe(200)
  expect(answer?.headers()).toMatchObject({
    'cache-control': 'private, no-store',
    'x-robots-tag': 'noindex, nofollow, noarchive',
    'referrer-policy': 'no-referrer',
  })
  await expect(outside.getByRole('heading', { level: 1, name: 'What the interviewee said' })).toBeVisible()
  await expect(outside.locator('.preview-banner')).toContainText('This link works until')
  await expect(outside.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/)
  await expect(
    outside.locator('link[rel="canonical"], form#commentform, script[type="application/ld+json"]'),
  ).toHaveCount(0)
  expect(await faults(outside)).toEqual([])
  expect(await (await request.get('/what-the-interviewee-said/')).text()).not.toContain('He said nothing.')
  expect((await request.post(link, { form: { comment: 'Mine.' } })).status()).toBe(405)

  // The next save is what the link shows.
  await page.goto(address)
  await page.locator('.document').click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Twice.')
  await isSaved(page)
  await outside.reload()
  await expect(outside.getByText('He said nothing. Twice.')).toBeVisible()

  await page.goto(`${address}preview/`)
  await expect(page.getByText(/Opened \d+ times/)).toBeVisible()
  await page.getByRole('button', { name: 'End the link for The harbour master now' }).click()
  await expect(page.getByText('The link is ended.')).toBeVisible()
  const ended = await outside.reload()
  expect(ended?.status()).toBe(404)
  await expect(outside.getByText('This preview has ended')).toBeVisible()
  const events = sql<{ details: string }>(`SELECT details FROM AuditEvent WHERE act = 'articles.share'`)
  expect(events.length).toBeGreaterThanOrEqual(2)
  expect(JSON.stringify(events)).not.toContain(link.split('.').at(-1)?.replace('/', ''))
})

test('changes of a live article are previewed, and nobody else finds them', async ({ page, request }) => {
  test.setTimeout(120_000)
  await enterAs(page, 'EDITOR')
  const address = await writeArticle(page, 'Two boats one rope', 'They pull.')
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await page.waitForURL(/\?did=publish/)
  await page.locator('.document').click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' One gives way.')
  await isSaved(page)
  await page.goto(`${address}preview/reader/`)
  await expect(page.getByText('They pull. One gives way.')).toBeVisible()
  await expect(page.getByText('These changes have not been published.')).toBeVisible()
  const public_ = await request.get('/two-boats-one-rope/')
  expect(await public_.text()).not.toContain('One gives way.')
})

test('the preview of the newsroom opens to whoever may edit the article, and to nobody else', async ({
  page,
  browser,
  request,
}) => {
  test.setTimeout(90_000)
  await enterAs(page, 'EDITOR')
  const address = await writeArticle(page, 'Not for the young', 'Words.')
  const contributor = await (await browser.newContext()).newPage()
  await enterAs(contributor, 'CONTRIBUTOR')
  for (const below of ['preview/', 'preview/reader/']) {
    expect((await contributor.goto(address + below))?.status()).toBe(404)
    expect((await request.get(address + below, { maxRedirects: 0 })).status()).toBe(303)
    const data = await request.get(`${address}${below}?_rsc=abc12`, { headers: { rsc: '1' }, maxRedirects: 0 })
    expect(await data.text()).not.toContain('Not for the young')
  }
})

test('nothing stands in the way of anybody, on any screen', { tag: '@long' }, async ({ page }) => {
  test.setTimeout(120_000)
  await enterAs(page, 'EDITOR')
  const address = await writeArticle(page, 'A preview for every screen', 'Words.')
  await page.goto(`${address}preview/`)
  await page.getByLabel('For whom').fill('Somebody')
  await page.getByRole('button', { name: 'Make a link' }).click()
  await expect(page.getByText('The link is made.')).toBeVisible()
  for (const [width, colorScheme, locale] of [
    [1280, 'light', null],
    [360, 'dark', 'ar'],
  ] as const) {
    sql('UPDATE User SET locale = ? WHERE role = ?', locale, 'EDITOR')
    try {
      await page.setViewportSize({ width, height: 800 })
      await page.emulateMedia({ colorScheme })
      await page.goto(`${address}preview/`)
      await page.frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor()
      expect([width, await faults(page)]).toEqual([width, []])
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect([width, wide <= 0]).toEqual([width, true])
    } finally {
      sql('UPDATE User SET locale = NULL WHERE role = ?', 'EDITOR')
    }
  }
})
