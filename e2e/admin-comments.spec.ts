import type { Page } from '@playwright/test'
import { enterAs } from './newsroom'
import { expect, test } from './site'

const ARTICLE = '/the-last-boat/'

/** A reader's first comment, which waits. */
async function leaveComment(page: Page, text: string, email: string): Promise<void> {
  await page.goto(ARTICLE)
  await page.locator('#comment').fill(text)
  await page.locator('#author').fill('Perrin Askew')
  await page.locator('#email').fill(email)
  await page.getByRole('button', { name: 'Post Comment' }).click()
  await expect(page.getByText(text)).toBeVisible()
}

test('a comment is approved at the desk, stands under its article, and is taken back', async ({
  page,
  browser,
}, info) => {
  const text = `The lamp was lit twice that night, I saw it. (${info.project.name})`
  const reader = await (await browser.newContext({ extraHTTPHeaders: { 'x-forwarded-for': '192.0.2.41' } })).newPage()
  await leaveComment(reader, text, `perrin.${info.project.name.replace(' ', '')}@askew.example`)
  await enterAs(page, 'EDITOR')
  await page.getByRole('link', { name: /^Comments/ }).click()
  await page.locator('.held a', { hasText: text }).click()
  const open = page.getByRole('region', { name: 'Comment by Perrin Askew' })
  await expect(open).toContainText(text)
  await expect(open).toContainText('Nothing by this person has been published yet.')
  await open.getByRole('button', { name: 'Approve' }).click()
  await expect(page.getByText('It stands on the article now.')).toBeVisible()
  const anybody = await (await browser.newContext()).newPage()
  await anybody.goto(ARTICLE)
  await expect(anybody.getByText(text)).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Back where it was.')).toBeVisible()
  await expect(open).toContainText(text)
  await anybody.reload()
  await expect(anybody.getByText(text)).toHaveCount(0)
})

test('the moderator answers in their own name', async ({ page }, info) => {
  await enterAs(page, 'EDITOR')
  await page.goto('/admin/comments/?view=approved')
  const open = page.getByRole('region', { name: /^Comment by/ })
  await open.getByText('Reply', { exact: true }).first().click()
  const words = `We asked the harbour master, ${info.project.name.replace(' ', '-')}.`
  await open.getByRole('textbox', { name: 'Reply' }).fill(words)
  await open.getByRole('button', { name: 'Publish the reply' }).click()
  await expect(page.getByText('Your reply is published.')).toBeVisible()
  await expect(page.locator('.held')).toContainText(words)
})

for (const role of ['CONTRIBUTOR', 'AUTHOR']) {
  test(`the desk is not for the ${role.toLowerCase()}`, async ({ page }) => {
    await enterAs(page, role)
    await expect(page.getByRole('link', { name: /^Comments/ })).toHaveCount(0)
    expect((await page.goto('/admin/comments/'))?.status()).toBe(403)
    expect((await page.request.get('/admin/comments/person/?email=a@b.example')).status()).toBe(403)
  })
}

test('an admin carries off what is kept of one person; whoever may not is written down', async ({ page }) => {
  const file = '/admin/comments/person/?email=lavender.croke@ellerhaven.example'
  await enterAs(page, 'EDITOR')
  expect((await page.request.get(file)).status()).toBe(403)
  await page.context().clearCookies()
  await enterAs(page, 'ADMIN')
  const answer = await page.request.get(file)
  expect([answer.status(), answer.headers()['content-disposition']]).toEqual([
    200,
    expect.stringContaining('attachment'),
  ])
  expect(await answer.json()).toMatchObject({
    comments: [{ authorName: 'Lavender Croke', email: 'lavender.croke@ellerhaven.example' }],
  })
  await page.goto('/admin/audit/')
  const rows = page.getByRole('row', { name: /Export a person’s data/ })
  await expect(rows.filter({ hasText: 'refused' }).first()).toBeVisible()
  await expect(rows.filter({ hasText: 'done' }).first()).toBeVisible()
  await expect(page.getByText('lavender.croke')).toHaveCount(0)
})

test('nonsense in the address is the list as it begins', async ({ page }) => {
  await enterAs(page, 'EDITOR')
  for (const query of [
    'view=everything',
    'id=999999999',
    'id=x',
    'page=0',
    'find=%00%ff',
    'undo=<b>&did=approve&from=x',
  ])
    expect((await page.goto(`/admin/comments/?${query}`))?.status(), query).toBe(200)
})
