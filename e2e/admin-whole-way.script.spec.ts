import type { Page } from '@playwright/test'
import { deskWordsFor } from '@/lib/i18n/desk-words'
import { writingWordsFor } from '@/lib/i18n/writing-words'
import { enterAs, step } from './newsroom'
import { expect, sql, test } from './site'

const WAYS = [
  { writes: 'CONTRIBUTOR', publishes: 'EDITOR', locale: 'fa', width: 1280 },
  { writes: 'AUTHOR', publishes: 'AUTHOR', locale: 'ar', width: 360 },
  { writes: 'EDITOR', publishes: 'EDITOR', locale: 'fa', width: 360 },
  { writes: 'ADMIN', publishes: 'ADMIN', locale: 'en', width: 360 },
]
const AT = '2036-03-05T18:00'

/** What a function of the dictionary says before its value. */
const before = (says: (value: string) => string): RegExp => new RegExp(`^${says('\u0000').split('\u0000')[0]}`)

async function write(page: Page, locale: string, words: string): Promise<void> {
  await page.locator('.document').click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(words)
  const { saved } = writingWordsFor(locale).saving
  await expect(page.locator('.edit-bar .saved')).toHaveText(before(saved), { timeout: 20_000 })
}

test.afterEach(() => {
  sql('UPDATE User SET locale = NULL')
})

for (const { writes, publishes, locale, width } of WAYS) {
  test(`from a draft to its withdrawal, written by ${writes}, published by ${publishes}, in ${locale} at ${width} px`, {
    tag: '@long',
  }, async ({ page, browser }) => {
    test.setTimeout(120_000)
    sql('UPDATE User SET locale = ?', locale)
    const { life, fields, statuses, details } = writingWordsFor(locale)
    const wide = async () => {
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(over).toBeLessThanOrEqual(0)
    }
    // On a narrow screen what is beside the text stands behind it.
    const beside = async () => {
      if (width < 960) await page.getByRole('link', { name: details }).click()
    }
    await page.setViewportSize({ width, height: 740 })
    await enterAs(page, writes)
    await page
      .getByRole('button', { name: deskWordsFor(locale).desk.begin })
      .first()
      .click()
    await page.waitForURL(/\/admin\/articles\/\d+\/$/)
    const address = new URL(page.url()).pathname
    const id = Number(/\d+/.exec(address)?.[0])
    await page.getByRole('textbox', { name: fields.headline, exact: true }).fill(`The whole way of ${writes}`)
    await write(page, locale, 'The lamp was lit.')
    await beside()
    await page.locator('summary', { hasText: life.submit }).click()
    await wide()
    await step(page, life.submit)

    if (publishes !== writes) {
      await page.context().clearCookies()
      await enterAs(page, publishes)
      await page.goto(address)
    }
    await beside()
    await page.locator('summary', { hasText: life.later }).click()
    await page.locator('#publish-at').fill(AT)
    await wide()
    await step(page, life.schedule)
    await expect(page.locator('.edit-bar')).toContainText(statuses.SCHEDULED)
    const path = `/the-whole-way-of-${writes.toLowerCase()}/`
    const anybody = await (await browser.newContext()).newPage()
    expect((await anybody.goto(path))?.status()).toBe(404)
    // Its time comes.
    sql('UPDATE Article SET publishAt = ? WHERE id = ?', Date.now(), id)
    sql('UPDATE Job SET runAt = ? WHERE uniqueKey = ?', Date.now(), `publish article ${id}`)
    await expect.poll(async () => (await anybody.goto(path))?.status(), { timeout: 20_000 }).toBe(200)
    await expect(anybody.getByText('The lamp was lit.', { exact: true })).toBeVisible()

    await page.goto(address)
    await write(page, locale, ' It went out.')
    await anybody.reload()
    await expect(anybody.getByText('It went out.')).toHaveCount(0)
    await beside()
    await wide()
    await step(page, life.publishChanges)
    await anybody.reload()
    await expect(anybody.getByText('The lamp was lit. It went out.')).toBeVisible()

    await beside()
    await page.locator('summary', { hasText: life.withdraw }).click()
    await page.getByLabel(life.notice).fill('There was no lamp.')
    await wide()
    await step(page, life.withdrawNow)
    expect((await anybody.goto(path))?.status()).toBe(410)
    await expect(anybody.getByText('There was no lamp.')).toBeVisible()
    sql('UPDATE User SET locale = NULL')
  })
}
