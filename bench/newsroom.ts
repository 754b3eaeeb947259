// npm run bench:newsroom [-- --articles 100000 --comments 1000000 --media 20000 --authors 5000 --rounds 40]
// How fast every screen of the newsroom is on a large site, signed in as an admin, what each takes of the processor, and how
// SQLite goes about their queries. Exit 1 with a line per screen that took more than 200 ms (p95), or whose query reads a whole
// table or sorts what no index has sorted. Where others use the machine, the processor says more than the clock: with
// `--clock no` its limit alone counts. `--only library` measures the screens that are called so.
import { parseArgs } from 'node:util'
import { explainNewsroom } from './newsroom-plans'
import { screensOf } from './newsroom-screens'
import { readyWorld } from './newsroom-world'
import { processorMs } from './processor'
import { largeSite, serveSite } from './site'

const option = { type: 'string' } as const
const sizes = { articles: option, comments: option, media: option, authors: option }
const { values } = parseArgs({ options: { ...sizes, rounds: option, clock: option, only: option } })
const size = {
  ...{ articles: Number(values.articles ?? 100_000), comments: Number(values.comments ?? 1_000_000) },
  ...{ media: Number(values.media ?? 20_000), authors: Number(values.authors ?? 5_000) },
}
const rounds = Number(values.rounds ?? 40)
const byClock = values.clock !== 'no'
const MOST_MS = 200

const misses: string[] = []
const dataDir = largeSite(size)
const databaseUrl = `file:${process.cwd()}/${dataDir}/broadsheet.db`
// The session's hash is made with the site's secret.
process.env.DATA_DIR = dataDir
const world = await readyWorld(databaseUrl)

console.log(`\nqueries of the newsroom, ${Object.entries(size).map(([name, count]) => `${count} ${name}`)}`)
for (const { list, steps, faults } of await explainNewsroom(databaseUrl, world)) {
  console.log(`  ${list}`)
  for (const step of steps) console.log(`      ${step}`)
  for (const fault of faults) misses.push(`${list}: ${fault}`)
}

const site = await serveSite({ DATA_DIR: dataDir })
try {
  console.log(`\nscreens${''.padEnd(33)}p50        p95  processor`)
  for (const [name, paths] of Object.entries(screensOf(world))) await measure(name, paths)
} finally {
  await site.stop()
}
if (misses.length) {
  console.error(`\nmissed\n${misses.map((miss) => `  ${miss}`).join('\n')}`)
  process.exitCode = 1
} else console.log('\nevery limit was kept')

async function measure(name: string, paths: string[]): Promise<void> {
  if (!paths.length || !name.startsWith(values.only ?? '')) return
  for (const path of paths) await ask(path)
  const times: number[] = []
  const used = processorMs(site.child.pid)
  for (let round = 0; round < rounds; round++) {
    const began = performance.now()
    await ask(paths[round % paths.length] ?? '')
    times.push(performance.now() - began)
  }
  const processor = (processorMs(site.child.pid) - used) / rounds
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
  const row = [at(0.5), at(0.95), processor].map((ms) => `${ms.toFixed(1)} ms`.padStart(11))
  console.log(`  ${name.padEnd(32)}${row.join('')}`)
  if (byClock && !(at(0.95) <= MOST_MS)) misses.push(`${name}: p95 ${at(0.95).toFixed(1)} ms, ${MOST_MS} is the limit`)
  if (!(processor <= MOST_MS)) misses.push(`${name}: ${processor.toFixed(1)} ms of the processor`)
}

async function ask(path: string): Promise<void> {
  const answer = await fetch(site.url + path, { headers: { cookie: world.cookie }, redirect: 'manual' })
  await answer.arrayBuffer()
  if (answer.status !== 200) throw new Error(`${path} was answered with ${answer.status}`)
}
