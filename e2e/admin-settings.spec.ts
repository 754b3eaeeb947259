import { enterAs, trouble } from './newsroom'
import { expect, sql, test } from './site'

test.describe.configure({ timeout: 90_000 })

/** What other journeys read is put back. */
function keep(key: string): () => void {
  const [row] = sql<{ value: string }>('SELECT value FROM Setting WHERE key = ?', key)
  return () => {
    sql('DELETE FROM Setting WHERE key = ?', key)
    if (row) sql('INSERT INTO Setting (key, value) VALUES (?, ?)', key, row.value)
    sql('INSERT INTO Invalidation (tag, createdAt, origin) VALUES (?, ?, ?)', 'site', Date.now(), '')
  }
}

test('an admin changes the last line, in another language too, and readers see it at once', async ({ page }, info) => {
  const restore = keep('site')
  await enterAs(page, 'ADMIN')
  await page.goto('/admin/settings/')
  const imprint = `Printed by ${info.project.name}`
  await page.getByLabel('Last line of every page', { exact: true }).fill(imprint)
  const arabic = `طُبع في الميناء ${info.project.name}`
  await page.getByLabel('Last line of every page (Arabic)').fill(arabic)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved. The site shows it now.')).toBeVisible()
  const [{ path } = { path: '' }] = sql<{ path: string }>(
    "SELECT path FROM Article WHERE locale = 'ar' AND status = 'PUBLISHED' AND kind = 'ARTICLE'",
  )
  const read = async (address: string) => (await page.request.get(encodeURI(address))).text()
  const [own, theirs] = [await read('/about/'), await read(path)]
  expect([own.includes(imprint), own.includes(arabic)]).toEqual([true, false])
  expect([theirs.includes(imprint), theirs.includes(`<bdi>${arabic}</bdi>`)]).toEqual([false, true])
  restore()
})

test('what is wrong is said beside its field, what was typed stays, and the old holds', async ({ page }) => {
  await enterAs(page, 'ADMIN')
  await page.goto('/admin/settings/')
  const was = sql('SELECT value FROM Setting WHERE key = ?', 'site')
  await expect(async () => {
    await page.getByLabel('Time zone').fill('Mars/Olympus')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(trouble(page)).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await expect(page.getByText('That is no time zone.')).toBeVisible()
  await expect(page.getByLabel('Time zone')).toHaveValue('Mars/Olympus')
  expect(sql('SELECT value FROM Setting WHERE key = ?', 'site')).toEqual(was)
})

test('bots are told what was chosen, file by file', async ({ page }) => {
  const restore = keep('crawlers')
  await enterAs(page, 'ADMIN')
  await page.goto('/admin/settings/crawlers/')
  await page.getByLabel(/Bots that gather texts/).uncheck()
  await page.getByLabel('Names').last().fill('BadBot')
  await page.getByLabel('Is not to read').last().fill('/')
  await page.getByRole('button', { name: 'Save' }).first().click()
  await expect(page.getByText('Saved. The site shows it now.')).toBeVisible()
  const robots = await (await page.request.get('/robots.txt')).text()
  expect(robots).toContain('User-agent: BadBot\nDisallow: /admin/\nDisallow: /login/\nDisallow: /\n')
  expect(robots).toMatch(/User-agent: GPTBot\n(User-agent: .+\n)*Disallow: \/\n/)
  await page.getByLabel('ads.txt').fill('example.com, 1, DIRECT')
  await page.getByRole('button', { name: 'Save' }).nth(1).click()
  // The other form has said already that it is saved.
  await expect.poll(async () => (await page.request.get('/ads.txt')).text()).toBe('example.com, 1, DIRECT\n')
  restore()
})

test('accounts stand in the footer and in what search engines read', async ({ page }) => {
  const restore = keep('social')
  await enterAs(page, 'ADMIN')
  await page.goto('/admin/settings/policies/')
  await page.getByLabel('Addresses').fill('https://social.example/@courier')
  await page.getByRole('button', { name: 'Save' }).last().click()
  await expect(page.getByText('Saved. The site shows it now.')).toBeVisible()
  const front = await (await page.request.get('/')).text()
  expect(front).toContain('href="https://social.example/@courier"')
  expect(front).toContain('"sameAs":["https://social.example/@courier"]')
  restore()
})

test('another pattern says what it would move before it does anything', async ({ page }) => {
  await enterAs(page, 'ADMIN')
  await page.goto('/admin/settings/addresses/')
  await page.getByLabel('Pattern').selectOption('/%year%/%month%/%slug%/')
  await page.getByRole('button', { name: 'Show what would change' }).click()
  await expect(page.getByText(/published articles have another address/)).toBeVisible()
  await expect(page.locator('li.address').first()).toContainText('becomes')
  expect((await page.request.get('/the-last-boat/', { maxRedirects: 0 })).status()).toBe(200)
})

test('the settings are for admins', async ({ page }) => {
  await enterAs(page, 'EDITOR')
  for (const part of ['', 'comments/', 'addresses/', 'policies/', 'crawlers/', 'mail/'])
    expect((await page.goto(`/admin/settings/${part}`))?.status(), part).toBe(403)
})
