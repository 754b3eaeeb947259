import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { enterAs, trouble } from './newsroom'
import { expect, sql, test } from './site'

/** Where an address leads, and how. */
async function asked(page: Page, path: string) {
  const answer = await page.request.get(path, { maxRedirects: 0 })
  return [answer.status(), answer.headers().location]
}

async function write(page: Page, from: string, to: string, kind: string): Promise<void> {
  await page.goto('/admin/redirects/')
  const form = page.locator('#new')
  await expect(async () => {
    await form.getByLabel('Old address').fill(from)
    await form.getByLabel('Leads to').fill(to)
    await form.getByLabel('How').selectOption({ label: kind })
    await form.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('Written.')).toBeVisible({ timeout: 4_000 })
  }).toPass()
}

test('an editor writes redirects by hand, by pattern and from a file; readers are led, and it is counted', async ({
  page,
}, info) => {
  test.setTimeout(120_000)
  const old = `/old-${info.project.name.replace(' ', '')}`
  await enterAs(page, 'EDITOR')
  // Kept as missing before.
  expect(await asked(page, `${old}/boat/`)).toEqual([404, undefined])
  await write(page, `${old}/boat/`, '/the-last-boat/', 'For good (301)')
  expect(await asked(page, `${old}/Boat`)).toEqual([301, '/the-last-boat/'])
  expect(await asked(page, `${old}/boat/`)).toEqual([301, '/the-last-boat/'])
  await write(page, `${old}/gone/`, '', 'Gone, leads nowhere (410)')
  expect(await asked(page, `${old}/gone/`)).toEqual([410, undefined])
  expect(await (await page.request.get(`${old}/gone/`)).text()).toContain('This page is gone')
  await write(page, `${old}/*`, 'https://archive.example/kept/*', 'For now (302)')
  expect(await asked(page, `${old}/a b/feed/`)).toEqual([302, 'https://archive.example/kept/a%20b/feed/'])
  expect(await asked(page, `${old}/x/y/`)).toEqual([302, 'https://archive.example/kept/x/y/'])
  expect(await asked(page, `${old}/boat/`)).toEqual([301, '/the-last-boat/'])

  await write(page, `${old}.php?id=3`, '/the-last-boat/', 'For good (301)')
  expect(await asked(page, `${old}.php?id=3`)).toEqual([301, '/the-last-boat/'])
  expect(await asked(page, `${old}.php?id=4`)).toEqual([404, undefined])
  const front = `/?p=${info.project.name === 'script' ? 987_654 : 987_655}`
  await write(page, front, '/about/', 'For good (301)')
  expect(await asked(page, `${front}&utm_source=x`)).toEqual([301, '/about/'])

  // What would hide a page is refused, and what was typed stays.
  await page.goto('/admin/redirects/')
  await expect(async () => {
    await page.getByLabel('Old address').fill('/the-last-boat/')
    await page.getByLabel('Leads to').fill('/about/')
    await page.locator('#new').getByRole('button', { name: 'Save' }).click()
    await expect(trouble(page)).toContainText(/A page lives there.*\/the-last-boat\//, { timeout: 4_000 })
  }).toPass()
  await expect(page.getByLabel('Old address')).toHaveValue('/the-last-boat/')

  // A file: looked through, then written; what is refused stays to be mended.
  await page.goto('/admin/redirects/import/')
  const lines = `from,to\n${old}-f1/,/about/\n${old}-f2/,/nowhere-at-all/\n/about/,/the-last-boat/\n`
  const file = { name: 'redirects.csv', mimeType: 'text/csv', buffer: Buffer.from(lines) }
  await page.getByLabel('A file').setInputFiles(file)
  await page.getByRole('button', { name: 'Look through it' }).click()
  await expect(page.getByText('2 lines cannot be used.')).toBeVisible()
  await expect(page.getByRole('row', { name: /nowhere-at-all/ })).toContainText('Nothing is at that address')
  expect(await asked(page, `${old}-f1/`)).toEqual([404, undefined])
  await page.getByRole('button', { name: 'Import 1 redirect' }).click()
  await expect(page.getByText('Imported.')).toBeVisible()
  await expect(page.getByLabel('Or its lines')).toHaveValue(
    `from,to\n${old}-f2/,/nowhere-at-all/\n/about/,/the-last-boat/`,
  )
  expect(await asked(page, `${old}-f1/`)).toEqual([301, '/about/'])

  // Changed, removed, and back again.
  await page.goto(`/admin/redirects/?q=${old}/boat`)
  await page.getByRole('link', { name: `${old}/boat/` }).click()
  await page.getByLabel('Leads to').fill('/about/')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved. It leads to /about/.')).toBeVisible()
  expect(await asked(page, `${old}/boat/`)).toEqual([301, '/about/'])
  await page.getByRole('button', { name: 'Remove it' }).click()
  await expect(page.getByText('Removed.')).toBeVisible()
  expect(await asked(page, `${old}/boat/`)).toEqual([302, 'https://archive.example/kept/boat/'])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Back as it was.')).toBeVisible()
  expect(await asked(page, `${old}/boat/`)).toEqual([301, '/about/'])

  const hits = () => sql<{ hits: number }>('SELECT hits FROM Redirect WHERE fromPath = ?', `${old}/*`)[0]?.hits
  await expect.poll(hits, { timeout: 15_000 }).toBe(3)
  const download = await page.request.get('/admin/redirects/export/')
  expect(await download.text()).toContain(`${old}/*,https://archive.example/kept/*,302,3,`)
  expect(readFileSync(`${process.env.SITE_DATA_DIR}/server.log`, 'utf8')).not.toContain('a job failed')
})

for (const path of ['/admin/redirects/export/', '/admin/redirects/1/', '/admin/menus/footer/']) {
  test(`${path} is not for authors`, async ({ page }) => {
    await enterAs(page, 'AUTHOR')
    expect((await page.request.get(path)).status()).toBe(403)
  })
}
