import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type MailServer, plainPart, startMailServer } from '@/lib/testing/mail-server'
import { type SiteProcess, startSite } from '@/lib/testing/site-process'
import { firstAdminUrl, PASSWORD } from './newsroom'
import { expect, test } from './site'

// A site with a mail server, beside the one of the other journeys.
let dataDir = ''
let mailed: SiteProcess
let post: MailServer

test.describe.configure({ mode: 'serial', timeout: 90_000 })

test.beforeAll(async () => {
  test.setTimeout(120_000)
  dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-mail-'))
  post = await startMailServer()
  mailed = await startSite(dataDir, { DEMO: '0', SMTP_URL: post.url, MAIL_FROM: 'news@courier.example' })
})

test.afterAll(async () => {
  await mailed.stop()
  await post.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const linkTo = async (address: string) => {
  const letters = () => post.letters.filter(({ to }) => to.includes(address))
  await expect.poll(() => letters().length, { timeout: 20_000 }).toBeGreaterThan(0)
  const source = letters().at(-1)?.source ?? ''
  return /http\S+\/login\/link\/\?token=[\w-]+/.exec(plainPart(source))?.[0] ?? ''
}

test('an invitation arrives by mail, and whoever forgets their password helps themselves', async ({ page }) => {
  await page.goto(firstAdminUrl(dataDir))
  await page.getByLabel('Name').fill('Oda Fenwick')
  await page.getByLabel('E-mail address').fill('oda@courier.example')
  await page.getByLabel('New password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Make the account' }).click()
  await page.goto(`${mailed.url}/admin/people/`)
  await page.getByLabel('Name').fill('Perrin Askew')
  await page.getByLabel('E-mail address').fill('perrin@courier.example')
  await page.getByRole('button', { name: 'Send the invitation' }).click()
  await expect(page.getByText('The invitation is on its way.')).toBeVisible()
  await expect(page.getByText('token=')).toHaveCount(0)
  await page.getByLabel('Name').fill('Parvin Reed')
  await page.getByLabel('E-mail address').fill('parvin@courier.example')
  await page.getByLabel('Language').selectOption('فارسی')
  await page.getByRole('button', { name: 'Send the invitation' }).click()
  await page.goto(await linkTo('parvin@courier.example'))
  await expect(page.locator('html')).toHaveAttribute('lang', 'fa')
  await page.context().clearCookies()

  await page.goto(await linkTo('perrin@courier.example'))
  await page.getByLabel('New password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Make the account' }).click()
  await expect(page).toHaveURL(/\/admin\/$/)
  await page.context().clearCookies()
  post.letters.length = 0

  for (const address of ['nobody@courier.example', 'perrin@courier.example']) {
    await page.goto(`${mailed.url}/login/`)
    await page.getByRole('link', { name: 'Forgotten your password?' }).click()
    await page.getByLabel('E-mail address').fill(address)
    await page.getByRole('button', { name: 'Send the link' }).click()
    await expect(page.getByText('If there is an account with that address')).toBeVisible()
  }
  await page.goto(await linkTo('perrin@courier.example'))
  await page.getByLabel('New password').fill('another lamp, another tide')
  await page.getByRole('button', { name: 'Set the password' }).click()
  await expect(page.getByText('Your password is set.')).toBeVisible()
  expect(post.letters.filter(({ to }) => to.includes('nobody@courier.example'))).toEqual([])
})

test('without a mail server nobody is offered a letter', async ({ page }) => {
  await page.goto('/login/')
  await expect(page.getByText('Forgotten your password?')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Forgotten your password?' })).toHaveCount(0)
  await page.goto('/login/?step=forgotten')
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
})
