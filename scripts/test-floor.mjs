// CI: fails when PostgreSQL's tests did not run, when any test was skipped, or when there are fewer tests of a kind than
// docs/test-floor.json says there once were: node scripts/test-floor.mjs FLOOR 'unit A, sqlite B, postgresql C, …'
import { readFileSync } from 'node:fs'

const [file, line = ''] = process.argv.slice(2)
const counts = Object.fromEntries([...line.matchAll(/(\w+) (\d+)/g)].map(([, kind, count]) => [kind, Number(count)]))
const floor = JSON.parse(readFileSync(file, 'utf8'))
const failures = Object.entries(floor)
  .filter(([kind, least]) => (counts[kind] ?? 0) < least)
  .map(([kind, least]) => `${kind}: ${counts[kind] ?? 0} tests passed, ${least} is the floor`)
if (!counts.postgresql) failures.push('the tests on PostgreSQL did not run')
if (counts.skipped !== 0) failures.push(`${counts.skipped ?? 'unknown'} tests were skipped`)
for (const failure of failures) console.error(failure)
process.exitCode = failures.length ? 1 : 0
