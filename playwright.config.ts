import { defineConfig, devices } from '@playwright/test'
import type { JourneysSite } from './e2e/start-sites'

// Chromium refuses its own sandbox to root.
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
const quiet = ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync']
const executablePath = process.env.CHROMIUM_PATH

// Each worker has a site of its own, which the global setup started: what one journey changes, no other sees beside it.
const sites: Omit<JourneysSite, 'stop'>[] = JSON.parse(process.env.JOURNEYS_SITES ?? '[]')
const site = sites[Number(process.env.TEST_PARALLEL_INDEX)]
if (site) {
  process.env.BASE_URL = site.url
  process.env.SITE_DATA_DIR = site.dataDir
  process.env.SITE_PID = String(site.pid)
}

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/start-sites.ts',
  outputDir: '.cache/journeys',
  workers: 2,
  forbidOnly: true,
  retries: 0,
  timeout: 30_000,
  reporter: 'line',
  use: {
    ...devices['Desktop Chrome'],
    // What is not there after so long does not come: the journey fails at once, and the others get their time.
    actionTimeout: 20_000,
    ...(site && { baseURL: site.url }),
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: [...asRoot, ...quiet, '--no-first-run'],
    },
  },
  projects: [
    { name: 'script', testIgnore: '**/*.nojs.spec.ts' },
    { name: 'no script', testIgnore: '**/*.script.spec.ts', use: { javaScriptEnabled: false } },
  ],
})
