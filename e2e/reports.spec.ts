import { enterAs } from './newsroom'
import { expect, sql, test } from './site'
import { reportPath } from './templates'

const ARTICLE = '/oyster-beds-reopen/'

test('a reader reports an error, and the desk makes a correction of it that everybody reads', async ({
  page,
  browser,
}, { project }) => {
  test.slow()
  const withScript = project.name === 'script'
  const text = `The beds were closed for nine years (${project.name}).`
  const told = `We had the wrong number of years (${project.name}).`
  await page.goto(ARTICLE)
  const paragraph = page.locator('.article-body > p').nth(1)
  const sentence = (await paragraph.textContent()) ?? ''
  if (withScript) await paragraph.evaluate((element) => getSelection()?.selectAllChildren(element))
  await page.getByRole('link', { name: 'Report an error' }).click()
  await expect(page).toHaveURL(/\/report-an-error\/\d+\/(#sentence=.+)?$/)
  const marked = page.getByRole('textbox', { name: 'The sentence that is wrong' })
  if (withScript) await expect(marked).not.toHaveValue('')
  else await marked.fill(sentence)
  const quoted = await marked.inputValue()
  await page.getByRole('textbox', { name: 'What is wrong with it?' }).fill(text)
  await page.getByRole('button', { name: 'Send the report' }).click()
  await expect(page).toHaveURL(/\/sent\/$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you')
  await page.getByRole('link', { name: 'Back to the article' }).click()
  await expect(page).toHaveURL(new RegExp(`${ARTICLE}$`))
  await expect(page.getByText(text)).toHaveCount(0)

  const desk = await (await browser.newContext()).newPage()
  await enterAs(desk, 'EDITOR')
  await expect(desk.locator('.needs')).toContainText(/\d+ errors? reported/)
  await desk.locator('a.said', { hasText: text }).click()
  const open = desk.locator('#case')
  await expect(open.locator('mark')).toHaveText(quoted)
  await expect(open).toContainText(text)
  await expect(open).toContainText('they want no answer')
  await open.getByRole('link', { name: 'Make a correction of it' }).click()
  const field = desk.getByRole('textbox', { name: 'What readers will read about it' }).first()
  await expect(field).toHaveValue(new RegExp(`^An earlier version of this article said: .*${quoted.slice(0, 40)}`))
  await expect(async () => {
    await field.fill(told)
    await desk.getByRole('button', { name: 'Add it to the article' }).click()
    await expect(desk.getByText('Readers see it now.')).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await desk.goto('/admin/reports/?view=answered')
  await expect(desk.locator('#case')).toContainText('A correction was made of it.')
  await desk.close()

  await page.reload()
  await expect(page.locator('.correction-notice')).toContainText(told)
  await page.goto('/corrections/')
  await expect(page.locator('.correction-list').first()).toContainText(told)
  expect(await (await page.request.get('/corrections/feed/')).text()).toContain(told)
})

test('refused words come back with a message beside each field, and nothing of it is kept for others', async ({
  page,
}) => {
  const form = reportPath('/عبارة-منتصف-الليل/')
  await page.setViewportSize({ width: 360, height: 640 })
  await page.goto(form)
  await page.locator('#report').evaluate((element: HTMLFormElement) => {
    element.noValidate = true
  })
  await page.locator('[name=sentence]').fill('العبارة نفسها')
  await page.locator('[name=email]').fill('nobody')
  const answer = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.getByRole('button', { name: 'أرسل البلاغ' }).click()
  expect((await answer).status()).toBe(422)
  await expect(page.getByRole('alert')).toContainText('لم يُرسل بلاغك.')
  await expect(page.locator('[name=sentence]')).toHaveValue('العبارة نفسها')
  await expect(page.locator('[name=comment]')).toHaveAccessibleDescription('قل من فضلك ما الخطأ.')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  const kept = await page.request.get(form)
  expect([kept.status(), await kept.text()]).toEqual([200, expect.not.stringContaining('العبارة نفسها')])
})

test('about what readers do not find nothing can be reported', async ({ page }) => {
  const draft = sql<{ id: number }>('SELECT id FROM Article WHERE status <> ? LIMIT 1', 'PUBLISHED')
  for (const id of [...draft.map((row) => row.id), 999_999, 'x']) {
    expect((await page.request.get(`/report-an-error/${id}/`)).status(), String(id)).toBe(404)
    expect((await page.request.get(`/report-an-error/${id}/sent/`)).status(), String(id)).toBe(404)
  }
})
