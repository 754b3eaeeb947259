import { spawnSync } from 'node:child_process'
import { test as base, type Page, type Response } from '@playwright/test'
import BetterSqlite3 from 'better-sqlite3'
import { programPath } from '@/lib/testing/program'

let readers = 0

/** The journeys' test: pages of the running site, and a failure for whatever a browser's console calls an error. */
export const test = base.extend<{ consoleErrors: string[] }>({
  extraHTTPHeaders: async ({ extraHTTPHeaders }, use, { workerIndex }) => {
    readers++
    await use({ ...extraHTTPHeaders, 'x-forwarded-for': `2001:db8:${workerIndex}:${readers.toString(16)}::1` })
  },
  consoleErrors: [
    async ({ page }, use) => {
      const errors: string[] = []
      page.on('console', (message) => {
        // The browser itself reports a status that the test asks for.
        if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
          errors.push(message.text())
        }
      })
      page.on('pageerror', (error) => errors.push(error.message))
      await use(errors)
      base.expect(errors).toEqual([])
    },
    { auto: true },
  ],
})

/** Reads or changes the journeys' own database, past the site, whose kept pages hear nothing of it. */
export function sql<Row>(statement: string, ...values: unknown[]): Row[] {
  const db = new BetterSqlite3(`${process.env.SITE_DATA_DIR}/broadsheet.db`)
  try {
    const prepared = db.prepare<unknown[], Row>(statement)
    if (prepared.reader) return prepared.all(...values)
    prepared.run(...values)
    return []
  } finally {
    db.close()
  }
}

/** From now on pages are rendered for this reader, as for one who waits for a comment: they show what `sql` wrote. */
export async function readUnkept(page: Page): Promise<void> {
  await page.context().addCookies([{ name: 'comment_held', value: '0', url: process.env.BASE_URL ?? '' }])
}

/** Sends a reply without a name, past the browser's own checks, and answers what came back. */
export async function refuseReply(page: Page, path: string): Promise<Response> {
  await page.goto(path)
  await page.locator('#comment').fill('Words to keep.')
  await page.locator('#email').fill('ned.quillfeather@')
  await page.locator('#commentform').evaluate((form: HTMLFormElement) => {
    form.noValidate = true
  })
  const answer = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.locator('#submit').click()
  await page.getByRole('alert').waitFor()
  return answer
}

/** Encoded addresses of the articles a page lists, in its order. */
export function listedPaths(page: Page): Promise<string[]> {
  return page
    .locator('.article-list .headline a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
}

/** Runs one of the project's commands on the journeys' own site, and answers what it said. */
export function command(script: string, ...args: string[]): string {
  const { SITE_DATA_DIR: DATA_DIR } = process.env
  const env = { ...process.env, DATA_DIR, DATABASE_URL: '' }
  const { stdout, stderr } = spawnSync(process.execPath, [programPath(script), ...args], {
    env,
    encoding: 'utf8',
  })
  return stdout + stderr
}

export { expect } from '@playwright/test'
