import type { Page } from '@playwright/test'
import { faults } from './axe'
import { enterAs, isSaved, writeArticle } from './newsroom'
import { expect, sql, test } from './site'

const part = (page: Page, title: string) => page.locator('#details summary', { hasText: title })

async function publish(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await page.waitForURL(/\?did=publish/)
}

test('what search engines and link cards will say is seen while it is typed, and is what they are told', async ({
  page,
  request,
}) => {
  test.setTimeout(120_000)
  await enterAs(page, 'EDITOR')
  await writeArticle(page, 'The long headline that readers of the paper see', 'It was so.')
  await part(page, 'Search and link cards').click()
  await expect(page.locator('.serp .t')).toContainText('The long headline that readers of the paper see')
  await page.getByLabel('Title there').fill('A short one')
  await page.getByLabel('Description there').fill('What it says of itself.')
  await expect(page.locator('.serp .t')).toContainText('A short one – ')
  await expect(page.locator('.serp .d')).toHaveText('What it says of itself.')
  await expect(page.locator('.card')).toContainText('A short one')
  await page.getByLabel('Original address').fill('agency.example')
  await expect(page.getByText('That is no whole address yet')).toBeVisible()
  await page.getByLabel('Original address').fill('https://agency.example/first/')
  await expect(page.locator('.serp .addr')).toHaveText('agency.example › first')
  await page.getByLabel('Ask search engines to leave it out').check()
  await expect(page.locator('.checks')).toContainText('Search engines are asked to leave it out.')
  await isSaved(page)
  await publish(page)
  const html = await (await request.get('/the-long-headline-that-readers-of-the-paper-see/')).text()
  expect(html).toMatch(/<title>A short one – /)
  expect(html).toContain('<meta name="description" content="What it says of itself."/>')
  expect(html).toContain('<meta name="robots" content="noindex, follow"/>')
  expect(html).toContain('<link rel="canonical" href="https://agency.example/first/"/>')
  expect(html).toContain('<meta property="og:title" content="A short one"/>')
  const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? '')
  expect(data['@graph']).toContainEqual(
    expect.objectContaining({
      '@type': 'NewsArticle',
      headline: 'The long headline that readers of the paper see',
      url: 'https://agency.example/first/',
    }),
  )
})

test('readers are told what a machine did, and who did what', async ({ page }) => {
  test.setTimeout(120_000)
  await enterAs(page, 'EDITOR')
  await writeArticle(page, 'Made by several', 'It was so.')
  await part(page, 'Byline').click()
  const [one, two] = sql<{ name: string }>('SELECT name FROM Author ORDER BY name LIMIT 2').map(({ name }) => name)
  if (!one || !two) throw new Error('the demo newsroom has no authors')
  for (const name of [one, two]) await page.getByLabel('Add an author').fill(name)
  await page.getByLabel(`What ${two} did`).selectOption('Photographs')
  await page.getByLabel(`What ${one} did`).selectOption('Other words…')
  await page.getByLabel(`Words for what ${one} did`).fill('Drone pilot')
  await page.getByRole('button', { name: `Move ${two} up` }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText(`${two} is number 1 of 2.`)).toBeAttached()
  await expect(page.getByRole('button', { name: `Move ${two} down` })).toBeFocused()
  await part(page, 'Use of AI').click()
  await page.getByLabel('How much of it did AI make?').selectOption('It helped')
  await page.getByLabel('What it did, in a sentence for readers').fill('It counted the boats.')
  await isSaved(page)
  await publish(page)
  await page.goto('/made-by-several/')
  await expect(page.locator('.byline')).toHaveText([`Photographs by ${two}`, `Drone pilot: ${one}`])
  await expect(page.getByText('Made with the help of AI. It counted the boats.')).toBeVisible()
  expect(await faults(page)).toEqual([])
})

test('a tag that is not there is made while writing, by those who may', { tag: '@long' }, async ({ page, browser }) => {
  test.setTimeout(120_000)
  await enterAs(page, 'AUTHOR')
  await writeArticle(page, 'With a tag of its own', 'It was so.')
  await page.getByLabel('Add a tag').fill('Lamp oil')
  await page.getByRole('button', { name: 'Make the tag “Lamp oil”' }).click()
  await expect(page.getByRole('button', { name: 'Remove Lamp oil' })).toBeVisible()
  await isSaved(page)
  await page.getByLabel('Add a tag').fill('Wicks')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Remove Wicks' })).toBeVisible()
  await isSaved(page)
  await publish(page)
  await page.goto('/tag/lamp-oil/')
  await expect(page.getByRole('link', { name: 'With a tag of its own' })).toBeVisible()

  const contributor = await (await browser.newContext()).newPage()
  await enterAs(contributor, 'CONTRIBUTOR')
  await writeArticle(contributor, 'With what there is', 'It was so.')
  await contributor.getByLabel('Add a tag').fill('Smuggling')
  await expect(contributor.getByText('There is no such tag.')).toBeVisible()
  await expect(contributor.getByRole('button', { name: /Make the tag/ })).toHaveCount(0)
  await contributor.getByLabel('Add a tag').fill('Lamp oil')
  await expect(contributor.getByRole('button', { name: 'Remove Lamp oil' })).toBeVisible()
  expect(sql(`SELECT id FROM Tag WHERE name = 'Smuggling'`)).toEqual([])
})

test('an embargo is said in words and holds; the front page is pinned until its time', async ({ page }) => {
  test.setTimeout(120_000)
  await enterAs(page, 'EDITOR')
  await writeArticle(page, 'Not before Monday', 'It was so.')
  await part(page, 'Comments, embargo, front page').click()
  await page.getByLabel('Nobody can publish before').fill('2036-11-24T08:01')
  await page.getByLabel('On the front page until').fill('2036-11-25T08:01')
  await page.getByRole('button', { name: 'Keep these settings' }).click()
  await page.waitForURL(/\?did=settings/)
  await expect(page.getByText(/Under embargo until 24 November 2036, 08:01/).first()).toBeVisible()
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page.getByText('It is under embargo until later.')).toBeVisible()
  await part(page, 'Comments, embargo, front page').click()
  await page.getByLabel('Nobody can publish before').fill('')
  await page.getByRole('button', { name: 'Keep these settings' }).click()
  await page.waitForURL(/\?did=settings/)
  await expect(page.getByText(/Under embargo/)).toHaveCount(0)
  await publish(page)
  await part(page, 'Comments, embargo, front page').click()
  await expect(page.getByText(/On the front page until 25 November 2036/)).toBeVisible()
  await page.goto('/')
  await expect(page.getByRole('link', { name: 'Not before Monday' }).first()).toBeVisible()
  sql(`UPDATE Article SET pinnedUntil = NULL WHERE headline = 'Not before Monday'`)
})

test('the address is seen before it is saved, and every one it ever had leads to where it is', async ({
  page,
  request,
}) => {
  test.setTimeout(120_000)
  await enterAs(page, 'EDITOR')
  const address = await writeArticle(page, 'A crane on the quay', 'It was so.')
  await part(page, 'Address').click()
  await expect(page.locator('bdi.address')).toHaveText(/\/a-crane-on-the-quay\/$/)
  await page.getByLabel('Last part of the address').fill('The Crane!')
  await expect(page.locator('bdi.address')).toHaveText(/\/the-crane\/$/)
  await isSaved(page)
  await publish(page)
  expect((await request.get('/the-crane/')).status()).toBe(200)
  await part(page, 'Address').click()
  await page.getByLabel('Last part of the address').fill('the-last-crane')
  await expect(page.getByText('Once the changes are published')).toBeVisible()
  await isSaved(page)
  await page.getByRole('button', { name: 'Publish changes' }).click()
  await page.waitForURL(/\?did=publishChanges/)
  await part(page, 'Address').click()
  await page.getByLabel('Whole address').fill('/harbour/cranes/last')
  await page.getByRole('button', { name: 'Move it there' }).click()
  await page.waitForURL(/\?did=changePath/)
  for (const old of ['/the-crane/', '/the-last-crane/']) {
    const answer = await request.get(old, { maxRedirects: 0 })
    expect([old, answer.status(), answer.headers().location]).toEqual([old, 301, '/harbour/cranes/last/'])
  }
  expect((await request.get('/harbour/cranes/last/')).status()).toBe(200)
  await page.goto(address)
  await part(page, 'Address').click()
  await page.getByLabel('Whole address').fill('/category/harbour/')
  await page.getByRole('button', { name: 'Move it there' }).click()
  await expect(page.getByText('Another article has this address.')).toBeVisible()
})

test('every part of the panel is in reach, on a phone, in Arabic, in the dark', async ({ page }) => {
  test.setTimeout(120_000)
  await enterAs(page, 'EDITOR')
  const address = await writeArticle(page, 'A panel for every hand', 'It was so.')
  for (const [width, colorScheme, locale] of [
    [1280, 'light', null],
    [360, 'dark', 'ar'],
  ] as const) {
    sql('UPDATE User SET locale = ? WHERE role = ?', locale, 'EDITOR')
    try {
      await page.setViewportSize({ width, height: 800 })
      await page.emulateMedia({ colorScheme })
      await page.goto(`${address}#details`)
      await page.locator('.document').waitFor({ state: 'attached' })
      await page.locator('#details details').evaluateAll((all) => {
        for (const details of all) if (details instanceof HTMLDetailsElement) details.open = true
      })
      expect([width, await faults(page)]).toEqual([width, []])
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect([width, wide <= 0]).toEqual([width, true])
    } finally {
      sql('UPDATE User SET locale = NULL WHERE role = ?', 'EDITOR')
    }
  }
})
