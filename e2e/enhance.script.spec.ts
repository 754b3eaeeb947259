import { expect, test } from './site'

const ARTICLE = '/the-last-boat/'

test('Check Also slides in past the end of the article, goes home at the form, and stays closed', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto(ARTICLE)
  const box = page.locator('.check-also')
  await expect(box).not.toHaveClass(/is-slid/)
  await page.locator('.author-box').first().scrollIntoViewIfNeeded()
  await expect(box).toHaveClass(/is-slid/)
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
  await page.locator('#respond').scrollIntoViewIfNeeded()
  await expect(box).not.toHaveClass(/is-slid/)
  await page.locator('.author-box').first().scrollIntoViewIfNeeded()
  await box.getByRole('button', { name: 'Close Check Also' }).click()
  await expect(box).not.toHaveClass(/is-slid/)
  await page.reload()
  await page.locator('.author-box').first().scrollIntoViewIfNeeded()
  // An observer would have spoken by now.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  await expect(box).not.toHaveClass(/is-slid/)
})

test('nothing jumps while it slides', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto(ARTICLE)
  const height = () => page.evaluate(() => document.documentElement.scrollHeight)
  const before = await height()
  await page.locator('.author-box').first().scrollIntoViewIfNeeded()
  await expect(page.locator('.check-also')).toHaveClass(/is-slid/)
  expect(Math.abs((await height()) - before)).toBeLessThanOrEqual(2)
})

test('the form moves below the comment that is answered, with what was typed, and back', async ({ page }) => {
  await page.goto(ARTICLE)
  const text = page.getByRole('textbox', { name: /Comment/ })
  await text.fill('Half a thought')
  const reply = page.locator('a.comment-reply').first()
  await reply.click()
  await expect(page).toHaveURL(new RegExp(`${ARTICLE}$`))
  await expect(page.locator('.comment + #respond')).toBeVisible()
  await expect(text).toHaveValue('Half a thought')
  await expect(text).toBeFocused()
  await expect(page.getByRole('heading', { name: /^Leave a Reply to / })).toBeVisible()
  const id = await page.locator('.comment:has(+ #respond)').getAttribute('id')
  await expect(page.locator('[name=comment_parent]')).toHaveValue(id?.replace('comment-', '') ?? '')
  await page.getByRole('button', { name: 'Cancel reply' }).click()
  await expect(page.locator('[name=comment_parent]')).toHaveValue('0')
  await expect(page.locator('.comment + #respond')).toHaveCount(0)
  await expect(reply).toBeFocused()
})

test('whoever asked to be remembered finds their name in the form of everybody’s page', async ({
  page,
  context,
  baseURL,
}) => {
  const writer = JSON.stringify({ name: 'Ana Ferreira', email: 'ana@example.org', url: '' })
  await context.addCookies([{ name: 'comment_author', value: encodeURIComponent(writer), url: baseURL ?? '' }])
  await page.goto(ARTICLE)
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Ana Ferreira')
  await expect(page.getByRole('textbox', { name: 'Email' })).toHaveValue('ana@example.org')
  const html = await (await context.request.get(ARTICLE)).text()
  expect(html).not.toContain('Ana Ferreira')
})

test('the address can be copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(ARTICLE)
  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(ARTICLE)
})
