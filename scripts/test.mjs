// npm test: unit tests, database tests on SQLite and, where TEST_POSTGRES_URL is set, on PostgreSQL, then journeys in a
// browser against the build that `npm start` serves, on a free port and with data of their own.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { findChromium } from './browser.mjs'
import { prepare, Refusal } from './prepare.mjs'

const RESULTS = '.cache/results'
/** Journeys that say a second time, or at length, what another says: `npm run test:long` runs them, and nothing else. */
const LONG = '@long'
const isLong = process.argv.includes('--long')

try {
  const { buildDir } = await prepare({ build: true })
  const chromium = await findChromium()
  rmSync(RESULTS, { recursive: true, force: true })
  mkdirSync(RESULTS, { recursive: true })
  const postgresql = Boolean(process.env.TEST_POSTGRES_URL)
  if (!postgresql && !isLong) console.log('postgresql: not run (TEST_POSTGRES_URL is not set)')
  const counts = {
    unit: isLong ? none() : vitest('unit'),
    sqlite: isLong ? none() : vitest('sqlite'),
    postgresql: postgresql && !isLong ? vitest('postgresql') : none(),
    journeys: playwright(chromium, buildDir),
  }
  report(counts)
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  console.error(error.message)
  process.exitCode = 1
}

function none() {
  return { passed: 0, failed: 0, skipped: 0 }
}

function vitest(project) {
  console.log(`\n${project}`)
  const file = `${RESULTS}/${project}.json`
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]
  run(['node_modules/vitest/vitest.mjs', 'run', '--project', project, '--project', `${project}-env`, ...reporters])
  const result = readJson(file)
  if (!result) return { passed: 0, failed: 1, skipped: 0 }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults, success } = result
  // A file that could not even be loaded has no failed test in it.
  const broken = testResults.filter(({ status, assertionResults }) => status === 'failed' && !assertionResults.length)
  const failed = numFailedTests + broken.length
  return {
    passed: numPassedTests,
    failed: success ? failed : Math.max(failed, 1),
    skipped: numPendingTests + numTodoTests,
  }
}

function playwright(chromium, buildDir) {
  console.log('\njourneys')
  const file = `${RESULTS}/journeys.json`
  const env = { CHROMIUM_PATH: chromium, BUILD_DIR: buildDir, PLAYWRIGHT_JSON_OUTPUT_NAME: file }
  const which = `--grep${isLong ? '' : '-invert'}=${LONG}`
  run(['node_modules/@playwright/test/cli.js', 'test', '--reporter=line,json', which], env)
  const result = readJson(file)
  if (!result) return { passed: 0, failed: 1, skipped: 0 }
  const { expected, unexpected, flaky, skipped } = result.stats
  return { passed: expected, failed: unexpected + flaky + result.errors.length, skipped }
}

function run(args, env = {}) {
  const began = performance.now()
  spawnSync(process.execPath, args, {
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
    stdio: 'inherit',
  })
  console.log(`(${((performance.now() - began) / 1000).toFixed(1)} s)`)
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

function report(counts) {
  const sum = (kind) => Object.values(counts).reduce((total, count) => total + count[kind], 0)
  const { unit, sqlite, postgresql, journeys } = counts
  console.log(
    `\nunit ${unit.passed}, sqlite ${sqlite.passed}, postgresql ${postgresql.passed}, ` +
      `journeys ${journeys.passed}, skipped ${sum('skipped')}`,
  )
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
  process.exitCode = sum('failed') ? 1 : 0
}
