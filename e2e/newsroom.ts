import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { command, expect, sql } from './site'

export const PASSWORD = 'tin boat, thick rope'

/** The path of the link that `npm run sign-in` prints: its host is that of whoever runs it. */
export function signInPath(as: string, ...more: string[]): string {
  const said = command('scripts/sign-in.ts', '--as', as, ...more)
  const path = /\/login\/link\/\?token=[\w-]+/.exec(said)?.[0]
  if (!path) throw new Error(said)
  return path
}

const LINK_MS = 600_000

/** Comes in as somebody of the demo newsroom, by a link as the command prints it, without waiting for the command. */
export async function enterAs(page: Page, as: string): Promise<void> {
  const [person] = sql<{ id: string }>(
    'SELECT id FROM User WHERE (role = ? OR email = ?) AND deactivatedAt IS NULL ORDER BY createdAt LIMIT 1',
    as.toUpperCase(),
    as.toLowerCase(),
  )
  const token = randomBytes(32).toString('base64url')
  sql(
    `INSERT INTO OneTimeLink (hash, kind, userId, madeBy, createdAt, expiresAt) VALUES (?, 'SIGN_IN', ?, 'journey', ?, ?)`,
    createHash('sha256').update(token).digest('base64url'),
    person?.id,
    Date.now(),
    Date.now() + LINK_MS,
  )
  await page.goto(`/login/link/?token=${token}`)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(/\/admin\/$/)
}

/** Where the start said that the first admin begins. */
export function firstAdminUrl(dataDir: string): string {
  const said = readFileSync(`${dataDir}/server.log`, 'utf8')
  const links = [...said.matchAll(/The first admin begins at (\S+)/g)]
  return links.at(-1)?.[1] ?? ''
}

export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** What a form was refused for; Next's script keeps an empty alert of its own on every page. */
export const trouble = (within: Page | Locator): Locator => within.locator('.notice[role="alert"]')

export const isSaved = (page: Page) =>
  expect(page.locator('.edit-bar .saved')).toHaveText(/^Saved /, { timeout: 20_000 })

/** A new article with a headline and a paragraph, saved. Answers its address in the newsroom. */
export async function writeArticle(page: Page, headline: string, text: string): Promise<string> {
  await page.goto('/admin/articles/')
  await page.getByRole('button', { name: 'New article' }).click()
  await page.waitForURL(/\/admin\/articles\/\d+\/$/)
  await page.locator('.document').click()
  await page.keyboard.type(text)
  await page.getByRole('textbox', { name: 'Headline' }).fill(headline)
  await isSaved(page)
  return new URL(page.url()).pathname
}

/** Takes a step, and waits until its own answer is there: the address may still tell of the one before. */
export async function step(page: Page, name: string): Promise<void> {
  const before = page.url()
  await page.getByRole('button', { name, exact: true }).click()
  await page.waitForURL(({ href, search }) => search.startsWith('?did=') && href !== before)
}
