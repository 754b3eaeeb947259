import type { Page } from '@playwright/test'
import { faults } from './axe'
import { enterAs } from './newsroom'
import { expect, sql, test } from './site'

// With and without script: saved lists, the fields in a list and the calendar are links and forms.

/** A new draft with a text, in words of its own; answers its id. */
async function begin(page: Page, headline: string): Promise<number> {
  await page.goto('/admin/')
  await page.getByRole('button', { name: 'New article' }).click()
  await page.waitForURL(/\/admin\/articles\/\d+\/$/)
  const id = Number(/articles\/(\d+)/.exec(page.url())?.[1])
  await page.goto('/admin/')
  sql(`UPDATE Article SET headline = ?, body = '<p>Words.</p>' WHERE id = ?`, headline, id)
  return id
}

test('a list is saved for all, and an article’s fields are changed in it', async ({ page, javaScriptEnabled }, {
  project,
}) => {
  test.setTimeout(90_000)
  await enterAs(page, 'EDITOR')
  const id = await begin(page, 'Before')
  await page.goto('/admin/articles/?view=mine&status=DRAFT')
  const name = `Drafts of mine, ${project.name}`
  await page.getByText('Save this list…').click()
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('For everybody in the newsroom').check()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('The list is saved.')).toBeVisible()
  await page.goto('/admin/articles/')
  await page.getByRole('link', { name }).click()
  await expect(page).toHaveURL(/\?view=mine&status=DRAFT$/)

  await page
    .locator('[data-line]')
    .filter({ hasText: 'Before' })
    .first()
    .getByRole('link', { name: 'Quick edit' })
    .click()
  const field = (label: string) => page.locator('.quick-form').getByLabel(label)
  await field('Headline').fill('After')
  await field('Tags, one a line').fill(`Tides of ${project.name}\nFerries`)
  if (javaScriptEnabled) expect(await faults(page)).toEqual([])
  // Somebody else saves meanwhile.
  sql('UPDATE Article SET version = version + 1, headline = ? WHERE id = ?', 'Theirs', id)
  await page.getByRole('button', { name: 'Save', exact: true }).last().click()
  await expect(page.getByText('Somebody else saved meanwhile.')).toBeVisible()
  await expect(page.getByText('Now: Theirs')).toBeVisible()
  await expect(field('Headline')).toHaveValue('After')
  await page.getByRole('button', { name: 'Save', exact: true }).last().click()
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible()
  await expect(page.getByRole('link', { name: 'After', exact: true }).first()).toBeVisible()
  await page.getByText('Remove lists…').click()
  await page.getByRole('button', { name: `Remove the list “${name}”` }).click()
  await expect(page.getByText('The list is removed.')).toBeVisible()
})

test('what is on the clock is moved to another day, by a form and by keys', async ({ page, javaScriptEnabled }) => {
  test.setTimeout(90_000)
  await enterAs(page, 'EDITOR')
  const headline = javaScriptEnabled ? 'Moved by keys' : 'Moved by a form'
  const id = await begin(page, headline)
  sql(`UPDATE Article SET status = 'SCHEDULED', publishAt = ? WHERE id = ?`, Date.UTC(2036, 2, 5, 9, 30), id)
  await page.goto('/admin/calendar/?day=20360305')
  const item = page.locator('[data-planned]').filter({ hasText: headline })
  const dayOf = () => item.locator('xpath=ancestor::*[@data-day]').getAttribute('data-day')
  expect(await dayOf()).toBe('2036-03-05')
  if (javaScriptEnabled) expect(await faults(page)).toEqual([])
  await item.getByLabel(`Move “${headline}”`).click()
  await item.getByLabel('Appears at').fill('2036-03-07T18:00')
  await item.getByRole('button', { name: 'Move it there' }).click()
  await expect(page.getByText(/^Moved\. It appears 7 March 2036, 18:00\.$/)).toBeVisible()
  expect(await dayOf()).toBe('2036-03-07')
  if (javaScriptEnabled) {
    await expect(page.getByText('Drag an article to another day')).toBeVisible()
    await item.getByRole('link').focus()
    await page.keyboard.press('Alt+ArrowLeft')
    await expect(page.getByText(/^Moved\. It appears 6 March 2036, 18:00\.$/)).toBeVisible()
    await item.dragTo(page.locator('[data-day="2036-03-04"]'))
    await expect(page.getByText(/^Moved\. It appears 4 March 2036, 18:00\.$/)).toBeVisible()
  }
  await page.getByRole('link', { name: 'Month', exact: true }).click()
  await expect(item).toBeVisible()
  await page.getByRole('link', { name: 'Month after' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Calendar: April 2036')
  sql(`UPDATE Article SET status = 'DRAFT', publishAt = NULL WHERE id = ?`, id)
  sql(`DELETE FROM Job WHERE kind = 'article.publish'`)
})
