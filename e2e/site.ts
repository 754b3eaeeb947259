import { spawnSync } from 'node:child_process'
import { test as base } from '@playwright/test'

let readers = 0

/** The journeys' test: pages of the running site, and a failure for whatever a browser's console calls an error. */
export const test = base.extend<{ consoleErrors: string[] }>({
  extraHTTPHeaders: async ({ extraHTTPHeaders }, use, { workerIndex }) => {
    readers++
    await use({ ...extraHTTPHeaders, 'x-forwarded-for': `2001:db8::${workerIndex}:${readers.toString(16)}` })
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
/** Runs one of the project's commands on the journeys' own site, and answers what it said. */
export function command(script: string, ...args: string[]): string {
  const { SITE_DATA_DIR: DATA_DIR } = process.env
  const env = { ...process.env, DATA_DIR, DATABASE_URL: '' }
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', script, ...args], {
    env,
    encoding: 'utf8',
  })
  return stdout + stderr
}

export { expect } from '@playwright/test'
