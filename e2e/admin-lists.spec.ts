import type { Page } from '@playwright/test'
import { enterAs } from './newsroom'
import { expect, sql, test } from './site'

// With and without script: lists, filters and what is done with several at once are forms.

const lines = (page: Page) => page.locator('[data-line]')
/** The line of an article, wherever it stands: other journeys write into the same lists. */
const lineOf = (page: Page, id: string) =>
  lines(page).filter({ has: page.locator(`input[name="one"][value^="${id}."]`) })
const choose = async (page: Page, ...ids: string[]) => {
  for (const id of ids) await lineOf(page, id).getByRole('checkbox').check()
}

/** A new draft, whose id it answers. */
const begin = async (page: Page): Promise<string> => {
  await page.goto('/admin/')
  await page.getByRole('button', { name: 'New article' }).click()
  await page.waitForURL(/\/admin\/articles\/\d+\/$/)
  return /articles\/(\d+)/.exec(page.url())?.[1] ?? ''
}

/** Gives a live article of the demo newsroom a tag: so it was written last, and stands first in the list. */
const tagLastBoat = async (page: Page, tag: string): Promise<string> => {
  await page.goto('/admin/articles/?view=published&words=last+boat+leaves+nobody')
  const box = page.getByRole('checkbox', { name: /The last boat/ })
  const id = (await box.getAttribute('value'))?.split('.')[0] ?? ''
  await box.check()
  await page.getByRole('textbox', { name: 'Tag' }).fill(tag)
  await page.getByRole('button', { name: 'Add tag' }).click()
  await expect(page.getByText('1 article has the tag.')).toBeVisible()
  return id
}

test('several drafts go to the trash together, come back, and an admin deletes them for good', async ({ page }) => {
  test.setTimeout(90_000)
  await enterAs(page, 'ADMIN')
  const [one, other] = [await begin(page), await begin(page)]
  await page.goto('/admin/articles/?view=mine&status=DRAFT')
  await choose(page, one, other)
  await page.getByRole('button', { name: 'Move to trash' }).click()
  await expect(page.getByText('2 articles moved to trash.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('2 articles are as they were.')).toBeVisible()
  await page.goto('/admin/articles/?view=mine&status=DRAFT')
  await choose(page, one, other)
  await page.getByRole('button', { name: 'Move to trash' }).click()
  await expect(page.getByText('2 articles moved to trash.')).toBeVisible()
  await page.goto('/admin/articles/?view=trash')
  await choose(page, one)
  await page.getByRole('button', { name: 'Take out of the trash' }).click()
  await expect(page.getByText('1 article is out of the trash.')).toBeVisible()
  await page.goto('/admin/articles/?view=trash')
  await expect(lineOf(page, one)).toHaveCount(0)
  await choose(page, other)
  await page.getByText('Delete for good…').click()
  await page.getByRole('button', { name: 'Delete for good', exact: true }).click()
  await expect(page.getByText('1 article is deleted.')).toBeVisible()
  await page.goto('/admin/articles/?view=trash')
  await expect(lineOf(page, other)).toHaveCount(0)
  await page.goto('/admin/articles/?view=mine&status=DRAFT')
  await expect(lineOf(page, one)).toHaveCount(1)
})

test('what cannot be done with some of them is said, with the reason, and the rest is done', async ({ page }, info) => {
  test.setTimeout(90_000)
  await enterAs(page, 'EDITOR')
  const live = await tagLastBoat(page, `Lamps ${info.project.name}`)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('1 article is as it was.')).toBeVisible()
  const draft = await begin(page)
  await page.goto('/admin/articles/')
  await choose(page, draft, live)
  await page.getByRole('button', { name: 'Move to trash' }).click()
  await expect(page.getByText('1 article moved to trash.')).toBeVisible()
  const left = page.locator('.notice.stop')
  await expect(left).toContainText('1 was left as it is')
  await expect(left.getByRole('link', { name: /The last boat/ })).toBeVisible()
  await expect(left).toContainText('what is live is withdrawn first')
  await page.goto('/admin/articles/')
  await expect(lineOf(page, draft)).toHaveCount(0)
  await page.getByRole('button', { name: 'Move to trash' }).click()
  await expect(page.getByText('Choose an article first.')).toBeVisible()
})

test('several are withdrawn with one notice, which readers find with its date, and come back as they were', async ({
  page,
  browser,
}) => {
  test.setTimeout(90_000)
  const live = sql<{ id: number; path: string }>(
    `SELECT id, path FROM Article WHERE slug IN ('roof-terrace-refused', 'committee-for-shorter-minutes')`,
  )
  const ids = live.map(({ id }) => String(id))
  const anybody = await (await browser.newContext()).newPage()
  const statuses = () => Promise.all(live.map(async ({ path }) => (await anybody.request.get(path)).status()))
  const withdraw = async (notice: string, ...chosen: string[]) => {
    await page.goto('/admin/articles/?view=published&words=committee')
    await choose(page, ...chosen)
    await page.getByText('Withdraw…').click()
    await page.getByLabel(/^Readers will find a notice/).fill(notice)
    await page.getByRole('button', { name: 'Withdraw', exact: true }).click()
  }
  await enterAs(page, 'EDITOR')
  await withdraw(' ', ...ids)
  await expect(page.getByText('Write what readers should find there.')).toBeVisible()
  expect(await statuses()).toEqual([200, 200])

  await withdraw('The minutes were not taken.', ...ids)
  await expect(page.getByText('2 articles are withdrawn.')).toBeVisible()
  expect(await statuses()).toEqual([410, 410])
  await anybody.goto(live[0]?.path ?? '')
  await expect(anybody.getByText(/^We took it down on \d+ \w+ \d{4}\./)).toBeVisible()
  await expect(anybody.getByText('The minutes were not taken.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('2 articles are as they were.')).toBeVisible()
  expect(await statuses()).toEqual([200, 200])

  // Without the way back that was offered: from the list of what was withdrawn.
  const [one = ''] = ids
  await withdraw('Not so.', one)
  await expect(page.getByText('1 article is withdrawn.')).toBeVisible()
  await page.goto('/admin/articles/?view=withdrawn')
  await choose(page, one)
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page.getByText('1 article is live.')).toBeVisible()
  expect(await statuses()).toEqual([200, 200])
})

test(
  'a tag and a category are given to several, live ones too, and taken back',
  { tag: '@long' },
  async ({ page, browser }, info) => {
    const tag = `Lamps ${info.project.name}`
    await enterAs(page, 'EDITOR')
    await tagLastBoat(page, tag)
    const anybody = await (await browser.newContext()).newPage()
    await anybody.goto('/the-last-boat/')
    await expect(anybody.getByRole('link', { name: tag })).toBeVisible()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(page.getByText('1 article is as it was.')).toBeVisible()
    await anybody.reload()
    await expect(anybody.getByRole('link', { name: tag })).toHaveCount(0)
  },
)

test('lists are narrowed by words and by what is set, and the way back is there', async ({ page }) => {
  await enterAs(page, 'EDITOR')
  await page.goto('/admin/articles/')
  const all = await lines(page).count()
  await page.getByRole('searchbox', { name: 'Words in headline or text' }).fill('LINDQVALE')
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await expect(page.getByRole('link', { name: /A choir of forty/ })).toBeVisible()
  expect(await lines(page).count()).toBeLessThan(all)
  await page.getByRole('combobox', { name: 'Status' }).selectOption('DRAFT')
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await expect(page.getByText('Nothing here has these words and filters.')).toBeVisible()
  await page.getByRole('link', { name: 'Clear' }).click()
  await expect(lines(page)).toHaveCount(all)
})

test('nonsense in the address is the list as it begins', async ({ page }) => {
  await enterAs(page, 'CONTRIBUTOR')
  for (const query of [
    'view=x',
    'page=0',
    'author=%00',
    'words=%00%ff',
    'words="',
    'words=*',
    "language='",
    'status=<b>',
  ])
    expect((await page.goto(`/admin/articles/?${query}`))?.status(), query).toBe(200)
})

test('a job that failed is seen, tried again and dismissed by editors alone', async ({ page }) => {
  const at = '2026-11-27T12:00:00.000+00:00'
  sql(
    `INSERT INTO Job (kind, payload, runAt, attempts, lastError, failedAt, createdAt)
     VALUES ('mail.reset', '{}', ?, 10, 'the mail server is asleep', ?, ?)`,
    '2036-11-27T12:00:00.000+00:00',
    at,
    at,
  )
  await enterAs(page, 'AUTHOR')
  await expect(page.getByText('the mail server is asleep')).toHaveCount(0)
  await page.context().clearCookies()
  await enterAs(page, 'EDITOR')
  const failed = page.locator('.job', { hasText: 'the mail server is asleep' })
  await expect(failed).toContainText('Send a link for a new password')
  await expect(failed).toContainText('Tried 10 times')
  await failed.getByRole('button', { name: 'Dismiss' }).click()
  await expect(page.getByText('Dismissed. It will not be tried again.')).toBeVisible()
  await expect(failed).toHaveCount(0)
})
