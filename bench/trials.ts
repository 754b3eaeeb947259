// npm run bench:trials [-- NAME…]
// What the door promises when something goes wrong around it, one trial after the other: a line for each figure beside its
// limit. Exit 1 where one was missed. Needs wrk and nginx (Debian); PostgreSQL where TEST_POSTGRES_URL is set.
import { changeSeen } from './trials/change-seen'
import type { Trial } from './trials/figure'
import { memory } from './trials/memory'
import { oneRender } from './trials/one-render'
import { poisoning } from './trials/poisoning'
import { postgresqlStopped } from './trials/postgresql-stopped'
import { rollingRestart } from './trials/rolling-restart'
import { twoProcesses } from './trials/two-processes'
import { writeLock } from './trials/write-lock'

const TRIALS: Record<string, Trial> = {
  'one-render': oneRender,
  'change-seen': changeSeen,
  'write-lock': writeLock,
  poisoning,
  'two-processes': twoProcesses,
  'rolling-restart': rollingRestart,
  'postgresql-stopped': postgresqlStopped,
  memory,
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !TRIALS[name])
if (unknown.length) {
  console.error(`There is no trial ${unknown.join(', ')}. These are: ${Object.keys(TRIALS).join(', ')}`)
  process.exit(1)
}

let missed = 0
for (const [name, trial] of Object.entries(TRIALS)) {
  if (wanted.length && !wanted.includes(name)) continue
  console.log(`\n${name}`)
  const outcome = await trial()
  if ('notRun' in outcome) {
    console.log(`  not run: ${outcome.notRun}`)
    continue
  }
  for (const { what, measured, limit, isKept } of outcome) {
    if (!isKept) missed++
    console.log(`  ${what.padEnd(56)}${measured.padEnd(40)}limit ${limit}${isKept ? '' : '   MISSED'}`)
  }
}
console.log(missed ? `\n${missed} limits were missed` : '\nevery limit was kept')
process.exitCode = missed ? 1 : 0
