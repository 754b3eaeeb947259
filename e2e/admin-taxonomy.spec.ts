import type { Page } from '@playwright/test'
import { enterAs, trouble } from './newsroom'
import { expect, sql, test } from './site'

/** Of each way of running and each test its own, because all of them share one tree. */
const nameFor = (what: string, project: string) => `${what} ${project.replace(' ', '')}`
const slugOf = (name: string) => name.toLowerCase().replaceAll(' ', '-')

async function makeCategory(page: Page, name: string, below = ''): Promise<void> {
  await page.goto('/admin/categories/')
  const form = page.locator('#new')
  await form.getByLabel('Name').fill(name)
  if (below) await form.getByLabel('Stands below').selectOption({ label: below })
  await form.getByRole('button', { name: 'Make it' }).click()
  await expect(page.getByText('The category is made.')).toBeVisible()
}

const row = (page: Page, name: string) => page.locator('[data-branch] > .row').filter({ hasText: name })

async function open(page: Page, name: string): Promise<void> {
  await page.goto('/admin/categories/')
  await page.locator('.tree').getByRole('link', { name, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

test('an editor makes a category, names it anew, and readers find it at both addresses', async ({ page }, info) => {
  const [name, other] = [nameFor('Bells', info.project.name), nameFor('Chimes', info.project.name)]
  await enterAs(page, 'EDITOR')
  await makeCategory(page, name)
  expect((await page.request.get(`/category/${slugOf(name)}/`)).status()).toBe(200)
  await open(page, name)
  await page.getByLabel('Name', { exact: true }).fill(other)
  await page.getByLabel('Last part of the address').fill(slugOf(other))
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Readers see it now.')).toBeVisible()
  const moved = await page.request.get(`/category/${slugOf(name)}/`, { maxRedirects: 0 })
  expect([moved.status(), moved.headers().location]).toEqual([301, `/category/${slugOf(other)}/`])
  const feed = await page.request.get(`/category/${slugOf(name)}/feed/atom/`, { maxRedirects: 0 })
  expect([feed.status(), feed.headers().location]).toEqual([301, `/category/${slugOf(other)}/feed/atom/`])
  // The masthead or the footer of a page that was kept before.
  expect(await (await page.request.get('/about/')).text()).toContain(other)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Back as it was.')).toBeVisible()
  expect((await page.request.get(`/category/${slugOf(name)}/`, { maxRedirects: 0 })).status()).toBe(200)
})

test('it moves up and down, below another, and nowhere below itself', async ({ page }, info) => {
  const [above, one, two] = ['Above', 'One', 'Two'].map((what) => nameFor(what, info.project.name))
  if (!above || !one || !two) throw new Error('no names')
  await enterAs(page, 'EDITOR')
  await makeCategory(page, above)
  await makeCategory(page, one, above)
  await makeCategory(page, two, above)
  await page.getByRole('button', { name: `Move “${two}” up` }).click()
  await expect(page.getByText('Moved.')).toBeVisible()
  await expect(row(page, two).getByRole('button', { name: /up$/ })).toHaveCount(0)
  await open(page, two)
  await page.getByLabel('Stands below').selectOption('')
  await page.getByRole('button', { name: 'Move it there' }).click()
  await expect(page.getByText('Moved.')).toBeVisible()
  const old = await page.request.get(`/category/${slugOf(above)}/${slugOf(two)}/`, { maxRedirects: 0 })
  expect([old.status(), old.headers().location]).toEqual([301, `/category/${slugOf(two)}/`])
  await open(page, above)
  // What stands below it is not offered.
  await expect(page.getByLabel('Stands below').locator('option', { hasText: one })).toHaveCount(0)
})

test('merged it is gone, its articles are the other’s, and only an empty one is deleted', async ({ page }, info) => {
  const [from, into] = [nameFor('Merge from', info.project.name), nameFor('Merge into', info.project.name)]
  await enterAs(page, 'EDITOR')
  await makeCategory(page, from)
  await makeCategory(page, into)
  await open(page, from)
  await expect(page.getByRole('button', { name: 'Delete it' })).toBeVisible()
  await page.getByLabel('Into the category').selectOption({ label: into })
  await page.getByRole('checkbox', { name: /This cannot be undone/ }).check()
  await page.getByRole('button', { name: 'Merge it' }).click()
  await expect(page.getByText('Merged: 0 articles are filed there now.')).toBeVisible()
  const gone = await page.request.get(`/category/${slugOf(from)}/`, { maxRedirects: 0 })
  expect([gone.status(), gone.headers().location]).toEqual([301, `/category/${slugOf(into)}/`])
  await open(page, into)
  await page.getByRole('button', { name: 'Delete it' }).click()
  await expect(page.getByText('The category is deleted.')).toBeVisible()
  expect((await page.request.get(`/category/${slugOf(into)}/`, { maxRedirects: 0 })).status()).toBe(404)
})

test('what cannot be is said in a sentence, and what was typed stays', async ({ page }, info) => {
  const name = nameFor('Twice', info.project.name)
  await enterAs(page, 'EDITOR')
  await makeCategory(page, name)
  const form = page.locator('#new')
  await expect(async () => {
    await form.getByLabel('Name').fill(name)
    await form.getByLabel('Description').fill('Words to keep.')
    await form.getByRole('button', { name: 'Make it' }).click()
    await expect(trouble(page)).toContainText('Another one has that address already.', { timeout: 2_000 })
  }).toPass()
  await expect(form.getByLabel('Description')).toHaveValue('Words to keep.')
})

test('tags are found, named anew and merged', async ({ page }, info) => {
  const [one, two] = [nameFor('Kites', info.project.name), nameFor('Dragons', info.project.name)]
  await enterAs(page, 'EDITOR')
  for (const name of [one, two]) {
    await page.goto('/admin/tags/')
    await page.locator('#new').getByLabel('Name').fill(name)
    await page.getByRole('button', { name: 'Make it' }).click()
    await expect(page.getByText('The tag is made.')).toBeVisible()
  }
  await page.goto('/admin/tags/')
  await page.getByLabel('Find a tag').fill(one)
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByRole('link', { name: one }).click()
  await page.getByLabel('Into the tag').fill(two)
  await page.getByRole('checkbox', { name: /This cannot be undone/ }).check()
  await page.getByRole('button', { name: 'Merge it' }).click()
  await expect(page.getByText('Merged: 0 articles have the other tag now.')).toBeVisible()
  const gone = await page.request.get(`/tag/${slugOf(one)}/`, { maxRedirects: 0 })
  expect([gone.status(), gone.headers().location]).toEqual([301, `/tag/${slugOf(two)}/`])
  expect(sql('SELECT name FROM Tag WHERE name = ?', one)).toEqual([])
})

for (const path of ['/admin/categories/', '/admin/tags/', '/admin/categories/1/', '/admin/tags/1/']) {
  test(`${path} is not for authors`, async ({ page }) => {
    await enterAs(page, 'AUTHOR')
    expect((await page.goto(path))?.status()).toBe(403)
  })
}

test('what is not there is a page that says so', async ({ page }) => {
  await enterAs(page, 'EDITOR')
  for (const path of ['/admin/categories/999999/', '/admin/tags/999999/', '/admin/tags/x/', '/admin/categories/1e3/'])
    expect((await page.goto(path))?.status(), path).toBe(404)
})
