import type { Page } from '@playwright/test'
import { faults } from './axe'
import { enterAs } from './newsroom'
import { expect, sql, test } from './site'

const pins = (page: Page) => page.locator('[data-sort="pins"] a.headline')
const state = (page: Page, words: string) => expect(page.locator('.office .notice')).toContainText(words)

async function choose(page: Page, headline: string, as: 'Make it the lead' | 'Pin it'): Promise<void> {
  await page.goto(`/admin/front/?q=${encodeURIComponent(headline)}`)
  await page.getByRole('radio', { name: headline }).check()
  await page.getByRole('button', { name: as }).click()
  await state(page, as === 'Pin it' ? 'Pinned in the draft.' : 'It leads in the draft now.')
}

const leadOf = async (page: Page) => {
  const html = await (await page.request.get('/', { headers: { cookie: 'comment_held=0' } })).text()
  return /id="lead"[^>]*><a[^>]*>([^<]*)/.exec(html)?.[1]
}

test('an editor arranges the front, sees it, puts it live and takes it back', async ({ page }) => {
  test.setTimeout(120_000)
  const articles = sql<{ headline: string }>(
    `SELECT headline FROM Article WHERE kind = 'ARTICLE' AND status = 'PUBLISHED' AND locale = 'en' AND label = 'NEWS'
     AND headline NOT LIKE '%''%' AND headline NOT LIKE '%’%' AND headline NOT LIKE '%&%'
     ORDER BY publishedAt LIMIT 3`,
  ).map(({ headline }) => headline)
  const [one = '', two = '', three = ''] = articles
  await enterAs(page, 'EDITOR')
  const before = await leadOf(page)
  await choose(page, one, 'Make it the lead')
  await choose(page, two, 'Pin it')
  await choose(page, three, 'Pin it')
  expect(await leadOf(page)).toBe(before)
  await expect(pins(page)).toHaveText([two, three])
  await pins(page).nth(1).focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(pins(page)).toHaveText([three, two])
  await expect(pins(page).first()).toBeFocused()
  await page.locator('[data-sort="pins"] .row').first().dragTo(page.locator('[data-sort="pins"] .row').nth(1))
  await expect(pins(page)).toHaveText([two, three])
  await page.getByLabel('Add a section').selectOption({ label: 'Newest of everything' })
  await page.getByRole('button', { name: 'Add it' }).click()
  await state(page, 'The section is in the draft.')
  expect(await faults(page)).toEqual([])

  await page.getByRole('link', { name: 'Preview', exact: true }).click()
  const frame = page.frameLocator('iframe')
  await expect(frame.locator('.lead-article h2')).toHaveText(one)
  await expect(frame.getByText('These changes have not been published.')).toBeVisible()
  expect((await page.request.get('/admin/front/preview/reader/')).headers()['cache-control']).toBe('private, no-store')

  await page.goto('/admin/front/')
  // Somebody else changes it meanwhile.
  const other = await page.context().newPage()
  await other.goto('/admin/front/')
  await other.getByRole('button', { name: `Unpin “${three}”` }).click()
  await expect(other.getByText('Taken away in the draft.')).toBeVisible()
  await page.getByRole('button', { name: 'Put it live' }).click()
  await state(page, 'Somebody else has changed it since you saw it')
  expect(await leadOf(page)).toBe(before)
  await page.getByRole('button', { name: 'Put it live' }).click()
  await state(page, 'It is live.')
  expect(await leadOf(page)).toBe(one)
  await page.getByRole('button', { name: 'Undo: back to the one before' }).click()
  await state(page, 'The earlier arrangement is live again.')
  expect(await leadOf(page)).toBe(before)
})
