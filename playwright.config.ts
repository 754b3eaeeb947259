import { defineConfig, devices } from '@playwright/test'

// Chromium refuses its own sandbox to root.
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
const quiet = ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync']
const executablePath = process.env.CHROMIUM_PATH

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/start-site.ts',
  outputDir: '.cache/journeys',
  workers: 1,
  forbidOnly: true,
  retries: 0,
  timeout: 30_000,
  reporter: 'line',
  use: {
    ...devices['Desktop Chrome'],
    // What is not there after so long does not come: the journey fails at once, and the others get their time.
    actionTimeout: 20_000,
    // Set by the global setup before any worker starts.
    ...(process.env.BASE_URL && { baseURL: process.env.BASE_URL }),
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
