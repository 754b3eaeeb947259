import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { authenticator } from '@/lib/testing/authenticator'
import { type SiteProcess, startSite } from '@/lib/testing/site-process'
import { firstAdminUrl, PASSWORD, signIn, trouble } from './newsroom'
import { expect, test } from './site'

// A site of its own, with nobody in it: the tests are one story, with script and without.
test.describe.configure({ mode: 'serial', timeout: 60_000 })

const ODA = { name: 'Oda Fenwick', email: 'oda@courier.example' }
const JONAH = { name: 'Jonah Prake', email: 'jonah@courier.example', password: 'eleven wet gulls' }
let dataDir = ''
let site: SiteProcess
let app: { code(step?: number): string }
let backupCodes: string[] = []

test.beforeAll(async () => {
  test.setTimeout(120_000)
  dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-newsroom-'))
  site = await startSite(dataDir, { DEMO: '0', CLIENT_ADDRESS_HEADER: 'x-forwarded-for' })
})

test.afterAll(async () => {
  await site.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

/** The codes of one browser are its own half minute's; a code is taken once, so each use takes the next. */
let step = -1
const nextCode = () => app.code(step++)

async function open(page: Page, path: string): Promise<void> {
  await page.goto(site.url + path)
}

async function signOut(page: Page): Promise<void> {
  await open(page, '/admin/account/')
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page.getByText('You are signed out.')).toBeVisible()
}

test('whoever starts the site is let in first, by a link that works once', async ({ page, browser }) => {
  const link = firstAdminUrl(dataDir)
  expect(link).toContain('/login/link/?token=')
  // Looking at it, as messengers do, uses nothing up.
  await page.request.get(link)
  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'The first admin' })).toBeVisible()
  await page.getByLabel('Name').fill(ODA.name)
  await page.getByLabel('E-mail address').fill(ODA.email)
  await page.getByLabel('New password').fill('oda fenwick 1')
  await page.getByRole('button', { name: 'Make the account' }).click()
  await expect(page.getByText('Your name or your address is in it')).toBeVisible()
  await expect(page.getByLabel('Name')).toHaveValue(ODA.name)
  await page.getByLabel('New password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Make the account' }).click()
  await expect(page).toHaveURL(`${site.url}/admin/`)
  const cookies = await page.context().cookies()
  const session = cookies.find(({ name }) => name === '__Host-newsroom.session_token')
  expect(session).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax', path: '/' })

  const other = await browser.newPage()
  expect((await other.goto(link))?.status()).toBe(410)
  await other.close()
  await signOut(page)
})

test('a page asked for by its address is shown after signing in', async ({ page }) => {
  await open(page, '/admin/audit/')
  await expect(page).toHaveURL(`${site.url}/login/?next=%2Fadmin%2Faudit%2F`)
  await signIn(page, ODA.email, 'not this password')
  await expect(trouble(page)).toContainText('do not belong together')
  await expect(page.getByLabel('E-mail address')).toHaveValue(ODA.email)
  await expect(page.getByLabel('Password')).toHaveValue('')
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL(`${site.url}/admin/audit/`)
  await expect(page.getByRole('row', { name: /Join the newsroom/ })).toBeVisible()
  await signOut(page)
  expect((await page.goto(`${site.url}/admin/audit/`))?.url()).toContain('/login/')
})

test('a second factor is switched on with a square code, a key and one right code', async ({ page }) => {
  await open(page, '/login/')
  await signIn(page, ODA.email, PASSWORD)
  await expect(page).toHaveURL(`${site.url}/admin/`)
  await open(page, '/admin/account/')
  const second = page.locator('section', { has: page.getByRole('heading', { name: 'Second factor' }) })
  await second.getByLabel('Current password').fill(PASSWORD)
  await second.getByRole('button', { name: 'Switch it on' }).click()
  await expect(second.getByRole('img', { name: /Square code/ })).toBeVisible()
  app = authenticator((await second.getByRole('link', { name: /Open in an app/ }).getAttribute('href')) ?? '')
  await second.getByLabel('Six-digit code').fill('000000')
  await second.getByRole('button', { name: 'Confirm and switch on' }).click()
  await expect(trouble(second)).toContainText('That code is not right')
  // What has been scanned is still what is asked for. With script the form empties itself a moment after the answer is shown:
  // no person types so fast, and a field that was emptied is not sent.
  const right = nextCode()
  await expect(async () => {
    await second.getByLabel('Six-digit code').fill(right)
    await second.getByRole('button', { name: 'Confirm and switch on' }).click()
    await expect(second.getByText('The second factor is on.')).toBeVisible({ timeout: 4_000 })
  }).toPass({ timeout: 20_000 })
  backupCodes = await second.locator('.backup-codes code').allTextContents()
  expect(backupCodes).toHaveLength(10)
  await signOut(page)
})

test('then the password alone opens nothing; a code or a backup code does', async ({ page }) => {
  await open(page, '/login/?next=%2Fadmin%2Faccount%2F')
  await signIn(page, ODA.email, PASSWORD)
  await expect(page.getByRole('heading', { name: 'One more step' })).toBeVisible()
  expect((await page.request.get(`${site.url}/admin/`, { maxRedirects: 0 })).status()).toBe(303)
  await page.getByLabel('Six-digit code').fill(nextCode())
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page).toHaveURL(`${site.url}/admin/account/`)
  await signOut(page)

  await signIn(page, ODA.email, PASSWORD)
  await page.getByRole('link', { name: 'Use a backup code' }).click()
  await page.getByLabel('Backup code').fill(backupCodes[0] ?? '')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page).toHaveURL(`${site.url}/admin/`)
  await signOut(page)

  await signIn(page, ODA.email, PASSWORD)
  await page.getByRole('link', { name: 'Use a backup code' }).click()
  await page.getByLabel('Backup code').fill(backupCodes[0] ?? '')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(trouble(page)).toContainText('none of your backup codes')
})

async function enterAsOda(page: Page): Promise<void> {
  await open(page, '/login/')
  await signIn(page, ODA.email, PASSWORD)
  await page.getByRole('link', { name: 'Use a backup code' }).click()
  await page.getByLabel('Backup code').fill(backupCodes.pop() ?? '')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page).toHaveURL(`${site.url}/admin/`)
}

async function newReader(browser: Browser, address: string): Promise<Page> {
  const javaScriptEnabled = test.info().project.use.javaScriptEnabled ?? true
  return browser.newPage({ javaScriptEnabled, extraHTTPHeaders: { 'x-forwarded-for': address } })
}

test('somebody is invited, joins, gets another role, is let in no more, and leaves no name', async ({
  page,
  browser,
}) => {
  await enterAsOda(page)
  await open(page, '/admin/people/')
  await page.getByLabel('Name').fill(JONAH.name)
  await page.getByLabel('E-mail address').fill('jonah at courier')
  await page.locator('#invite form').evaluate((form: HTMLFormElement) => {
    form.noValidate = true
  })
  await page.getByRole('button', { name: 'Make the invitation' }).click()
  await expect(page.getByText('That is no e-mail address.')).toBeVisible()
  await expect(page.getByLabel('Name')).toHaveValue(JONAH.name)
  await page.getByLabel('E-mail address').fill(JONAH.email)
  await page.getByLabel('Role', { exact: true }).selectOption('Author')
  await page.getByRole('button', { name: 'Make the invitation' }).click()
  const link = await page.getByLabel(`The link for ${JONAH.email}`).inputValue()

  const jonah = await newReader(browser, '2001:db8:77::1')
  await jonah.goto(link)
  await expect(jonah.getByText('Your role will be: Author.')).toBeVisible()
  await jonah.getByLabel('New password').fill(JONAH.password)
  await jonah.getByRole('button', { name: 'Make the account' }).click()
  await expect(jonah).toHaveURL(`${site.url}/admin/`)
  expect((await jonah.goto(`${site.url}/admin/people/`))?.status()).toBe(403)
  await expect(jonah.getByText('Your role here is Author.')).toBeVisible()

  await open(page, '/admin/people/')
  const row = page.getByRole('row', { name: new RegExp(JONAH.name) })
  await row.getByLabel(`Manage ${JONAH.name}`).click()
  await row.getByLabel(`Role of ${JONAH.name}`).selectOption('Editor')
  await row.getByRole('button', { name: 'Change role' }).click()
  await expect(page.getByText('The role is changed.')).toBeVisible()
  await jonah.goto(`${site.url}/admin/`)
  await expect(jonah).toHaveURL(`${site.url}/login/`)
  await signIn(jonah, JONAH.email, JONAH.password)
  await expect(jonah).toHaveURL(`${site.url}/admin/`)

  await open(page, '/admin/people/')
  await row.getByLabel(`Manage ${JONAH.name}`).click()
  await row.getByRole('button', { name: `Deactivate ${JONAH.name}` }).click()
  await expect(page.getByText('Deactivated, and signed out everywhere.')).toBeVisible()
  await jonah.goto(`${site.url}/admin/`)
  await expect(jonah).toHaveURL(`${site.url}/login/`)
  await signIn(jonah, JONAH.email, JONAH.password)
  await expect(trouble(jonah)).toContainText('do not belong together')
  await jonah.close()

  await open(page, '/admin/people/')
  await row.getByLabel(`Manage ${JONAH.name}`).click()
  await row.getByLabel('Yes, erase it for ever').check()
  await row.getByRole('button', { name: `Erase the account of ${JONAH.name}` }).click()
  await expect(page.getByText('The account is erased. Bylines stay.')).toBeVisible()
  await open(page, '/admin/audit/')
  await expect(page.getByText('Erase an account').first()).toBeVisible()
  for (const said of [JONAH.name, JONAH.email]) await expect(page.getByText(said)).toHaveCount(0)
})

test('the last admin stays one', async ({ page }) => {
  await enterAsOda(page)
  await open(page, '/admin/people/')
  const row = page.getByRole('row', { name: /Oda Fenwick/ })
  await row.getByLabel('Manage Oda Fenwick').click()
  await row.getByLabel('Role of Oda Fenwick').selectOption('Author')
  await row.getByRole('button', { name: 'Change role' }).click()
  await expect(trouble(page)).toContainText('There must be an admin.')
})

test('whoever guesses is told to wait, and the owner at another address is not', async ({ page, browser }) => {
  const guesser = await newReader(browser, '2001:db8:66::1')
  await guesser.goto(`${site.url}/login/`)
  for (let i = 0; i < 8; i++) {
    await signIn(guesser, ODA.email, `guess number ${i}`)
    await expect(trouble(guesser)).toBeVisible()
  }
  await signIn(guesser, ODA.email, PASSWORD)
  await expect(guesser.getByRole('heading', { name: 'Please wait a little' })).toBeVisible()
  await expect(guesser.getByText(/They are taken again at \d\d:\d\d, UTC time\./)).toBeVisible()
  await guesser.close()
  await enterAsOda(page)
})
