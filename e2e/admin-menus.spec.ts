import type { Page } from '@playwright/test'
import { enterAs, trouble } from './newsroom'
import { expect, sql, test } from './site'

// All journeys share one site, whose other pages are drawn without a menu.
test.afterEach(() => {
  sql("DELETE FROM Setting WHERE key = 'menus'")
  sql("INSERT INTO Invalidation (tag, createdAt, origin) VALUES ('site', ?, '')", Date.now())
})

async function add(page: Page, kind: string, fill: () => Promise<unknown>): Promise<void> {
  const form = page
    .locator('#new details')
    .filter({ has: page.locator('summary', { hasText: new RegExp(`^${kind}$`) }) })
  await expect(async () => {
    if (!(await form.evaluate((one: HTMLDetailsElement) => one.open))) await form.locator('summary').click()
    await fill()
    await form.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(page.getByText('Added. Readers see it now.')).toBeVisible({ timeout: 4_000 })
  }).toPass()
}

const field = (page: Page, kind: string, name: string) => page.locator(`#add-${kind}-${name}`)

test('an editor makes a menu of two levels; readers find it on every page, in their language', async ({ page }) => {
  test.setTimeout(60_000)
  await enterAs(page, 'EDITOR')
  await page.goto('/admin/menus/')
  await expect(page.getByText('No menu is made')).toBeVisible()
  await add(page, 'Heading', async () => {
    await page.locator('[id="add-heading-label.en"]').fill('The paper')
  })
  // A heading of nothing is no menu: readers still find the sections.
  expect(await (await page.request.get('/about/')).text()).not.toContain('The paper')
  await add(page, 'Page', async () => {
    const choice = field(page, 'page', 'target')
    await choice.selectOption(await choice.locator('option').nth(1).getAttribute('value').then(String))
    await page.locator('#add-page-parent').selectOption({ label: 'The paper' })
  })
  await add(page, 'Article', async () => {
    await field(page, 'article', 'typed').fill('/the-last-boat/')
    await page.locator('[id="add-article-label.en"]').fill('Boat')
  })
  await add(page, 'Address', async () => {
    await field(page, 'address', 'typed').fill('https://shop.example/')
    await page.locator('[id="add-address-label.en"]').fill('Shop')
  })
  await page.getByRole('button', { name: 'Move “Shop” up' }).click()
  await expect(page.getByText('Moved.')).toBeVisible()
  await expect(page.locator('.tree a')).toHaveText(['The paper', /./, 'Shop', 'Boat'])

  await page.goto('/about/')
  const masthead = page.locator('.masthead-sections')
  await expect(masthead.getByRole('link', { name: 'Shop' })).toHaveAttribute('href', 'https://shop.example/')
  await expect(masthead.getByRole('link', { name: 'Boat' })).toHaveAttribute('href', '/the-last-boat/')
  const below = masthead.locator('details a').first()
  await expect(below).toBeHidden()
  await masthead.locator('summary').click()
  await expect(below).toBeVisible()

  // Called otherwise, and taken out again.
  await page.goto('/admin/menus/')
  await page.locator('.tree').getByRole('link', { name: 'Shop' }).click()
  await page.locator('[id="labels-label.en"]').fill('Our shop')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Saved. Readers see it now.')).toBeVisible()
  expect(await (await page.request.get('/')).text()).toContain('Our shop')
  await page.getByRole('button', { name: 'Remove “Our shop” from the menu' }).click()
  await expect(page.getByText('Removed.')).toBeVisible()
  expect(await (await page.request.get('/')).text()).not.toContain('Our shop')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.locator('.tree a')).toHaveText(['The paper', /./, 'Our shop', 'Boat'])

  await page.goto('/admin/menus/footer/')
  await add(page, 'Category', async () => {
    await field(page, 'category', 'target').selectOption({ index: 1 })
  })
  await page.goto('/about/')
  await expect(page.locator('.footer #sections, .footer#sections')).toHaveCount(1)
  await expect(page.locator('.footer').getByRole('heading', { name: 'Also here' })).toBeVisible()
})

test('a page that moves below another takes its address along, and readers of the old one are led there', async ({
  page,
}, info) => {
  test.setTimeout(60_000)
  const slug = `ethics-${info.project.name.replace(' ', '')}`
  const [about] = sql<{ id: number; headline: string }>("SELECT id, headline FROM Article WHERE path = '/about/'")
  const at = Date.now()
  sql(
    `INSERT INTO Article (kind, status, path, pathFolded, slug, headline, excerpt, label, body, locale, createdAt, updatedAt, publishedAt, publishedDay)
     VALUES ('PAGE', 'PUBLISHED', ?, ?, ?, ?, 'x', 'NEWS', '<p>Words.</p>', 'en', ?, ?, ?, 20261122)`,
    ...[`/${slug}/`, `/${slug}`, slug, `Ethics ${info.project.name}`, at, at, at],
  )
  await enterAs(page, 'EDITOR')
  await page.goto('/admin/pages/')
  await page.locator('#move-page').selectOption({ label: `Ethics ${info.project.name}` })
  await page.locator('#move-parent').selectOption(String(about?.id))
  await page.getByRole('button', { name: 'Move it there' }).click()
  await expect(page.getByText('Moved. Old addresses lead to the new ones.')).toBeVisible()
  const moved = await page.request.get(`/${slug}/`, { maxRedirects: 0 })
  expect([moved.status(), moved.headers().location]).toEqual([301, `/about/${slug}/`])
  expect(await (await page.request.get('/about/')).text()).toContain(`/about/${slug}/`)
  await page.locator('#move-page').selectOption(String(about?.id))
  await page.locator('#move-parent').selectOption({ label: `\u2003Ethics ${info.project.name}` })
  await page.getByRole('button', { name: 'Move it there' }).click()
  await expect(trouble(page)).toContainText('It cannot stand below itself.')
  await page.getByRole('button', { name: `Move “Ethics ${info.project.name}” out` }).click()
  await expect(page.getByText('Moved. Old addresses lead to the new ones.')).toBeVisible()
  expect((await page.request.get(`/${slug}/`, { maxRedirects: 0 })).status()).toBe(200)

  // A new one is begun below another, without what only articles have.
  await page.locator('#new-parent').selectOption(String(about?.id))
  await page.getByRole('button', { name: 'Begin it' }).click()
  await page.waitForURL(/\/admin\/articles\/\d+\/$/)
  const id = Number(page.url().match(/\d+(?=\/$)/)?.[0])
  expect(sql('SELECT kind, parentId FROM Article WHERE id = ?', id)).toEqual([{ kind: 'PAGE', parentId: about?.id }])
  sql('DELETE FROM Article WHERE id = ?', id)
  sql('DELETE FROM Article WHERE slug = ?', slug)
  sql("INSERT INTO Invalidation (tag, createdAt, origin) VALUES (?, ?, '')", `children:${about?.id}`, at)
})
