// npm run bench:door [-- --seconds 5 --rounds 3]
// The same page from nginx as a compressed file, from Next's own cache, and from the door; then pages that have to be made.
// In turn, so that a noisy machine is noisy for all; medians and ratios count. Needs wrk and nginx (Debian).
import { readFileSync, rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { writeConstant } from './constant/write'
import { serveFile } from './nginx'
import { run, type Served, serve, serveSite } from './site'
import { type Load, wrk } from './wrk'

const option = { type: 'string' } as const
const { values } = parseArgs({ options: { seconds: option, rounds: option } })
const [seconds, rounds] = [Number(values.seconds ?? 5), Number(values.rounds ?? 3)]
const ARTICLE = '/oyster-beds-reopen/'
const GZIP = { 'accept-encoding': 'gzip' }
const DATA_DIR = '.cache/bench/demo'
const databaseUrl = `file:${process.cwd()}/${DATA_DIR}/broadsheet.db`

const misses: string[] = []
const expect = (holds: boolean, limit: string) => {
  if (!holds) misses.push(limit)
}
const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

rmSync(DATA_DIR, { recursive: true, force: true })
run(['--import', 'tsx', 'scripts/ready-database.ts'], { DATA_DIR, DATABASE_URL: '', DEMO: '' })
await writeConstant(databaseUrl, ARTICLE)
run(['node_modules/next/dist/bin/next', 'build', 'bench/constant'], {})

const ours = await serveSite({ DATA_DIR })
const page = Buffer.from(await (await fetch(ours.url + ARTICLE)).arrayBuffer())
const nginx = await serveFile(page, gzipSync(page, { level: 9 }))
const nextCached = await serve(['--import', 'tsx', 'bench/next-alone.ts'], {
  DATA_DIR,
  APP_DIR: 'bench/constant',
  BUILD_DIR: '',
})
const nodeAlone = await serve(['--import', 'tsx', 'bench/node-alone.ts'], { ANSWER_OF: ours.url + ARTICLE })
const nextAlone = await serve(['--import', 'tsx', 'bench/next-alone.ts'], { DATA_DIR })
const all = [ours, nginx, nextCached, nodeAlone, nextAlone]
try {
  await compareKept()
  await compareMade()
} finally {
  for (const served of all) await served.stop()
}
if (misses.length) {
  console.error(`\nmissed\n${misses.map((miss) => `  ${miss}`).join('\n')}`)
  process.exitCode = 1
} else console.log('\nevery limit was kept')

async function compareKept(): Promise<void> {
  console.log(`\na kept article, ${page.length} bytes, gzip, 16 connections    a second     p50     p99    memory`)
  const subjects: [string, Served, string][] = [
    ['nginx, the file compressed before', nginx, nginx.url],
    ['Next’s own cache', nextCached, `${nextCached.url}/cached`],
    ['Node’s own server, the door’s head and bytes', nodeAlone, nodeAlone.url],
    ['the door', ours, ours.url + ARTICLE],
  ]
  const loads = await inTurn(subjects.map(([name, , url]) => [name, () => wrk(url, seconds, GZIP)]))
  for (const [name, served] of subjects) print(name, loads.get(name) ?? [], served)
  const rate = (name: string) => median((loads.get(name) ?? []).map(({ perSecond }) => perSecond))
  const [file, cached, door] = [rate('nginx, the file compressed before'), rate('Next’s own cache'), rate('the door')]
  const node = rate('Node’s own server, the door’s head and bytes')
  const p99 = median((loads.get('the door') ?? []).map((load) => load.p99))
  console.log(
    `  the door: ${(door / file).toFixed(2)} × nginx (limit 0.5), ${(door / cached).toFixed(1)} × Next’s cache (20)`,
  )
  console.log(`  Node’s own server: ${(node / file).toFixed(2)} × nginx; the door: ${(door / node).toFixed(2)} × it`)
  expect(door / file >= 0.5, `a kept article is ${(door / file).toFixed(2)} × nginx, 0.5 is the limit`)
  expect(door / cached >= 20, `a kept article is ${(door / cached).toFixed(1)} × Next’s own cache, 20 is the limit`)
  expect(p99 <= 5, `p99 of a kept article is ${p99.toFixed(1)} ms, 5 is the limit`)
}

/** Every request asks for a page that was not asked for before (bench/cold.lua). */
async function compareMade(): Promise<void> {
  console.log('\nan article that has to be made                            a second     p50     p99    memory')
  const subjects: [string, Served][] = [
    ['Next’s own server', nextAlone],
    ['the door', ours],
  ]
  const loads = await inTurn(
    subjects.map(([name, served]) => [name, () => wrk(served.url + ARTICLE, seconds, GZIP, 'bench/cold.lua')]),
  )
  for (const [name, served] of subjects) print(name, loads.get(name) ?? [], served)
  const rate = (name: string) => median((loads.get(name) ?? []).map(({ perSecond }) => perSecond))
  const ratio = rate('the door') / rate('Next’s own server')
  console.log(`  the door: ${ratio.toFixed(2)} × Next’s own server (limit 0.9)`)
  expect(ratio >= 0.9, `a page that has to be made is ${ratio.toFixed(2)} × Next’s own server, 0.9 is the limit`)
}

/** Each subject once a round. */
async function inTurn(subjects: [string, () => Promise<Load>][]): Promise<Map<string, Load[]>> {
  const loads = new Map<string, Load[]>(subjects.map(([name]) => [name, []]))
  for (const [, measure] of subjects) await measure() // warm
  for (let round = 0; round < rounds; round++) {
    for (const [name, measure] of subjects) loads.get(name)?.push(await measure())
  }
  return loads
}

function print(name: string, loads: Load[], { child }: Served): void {
  const at = (key: keyof Load) => median(loads.map((load) => load[key]))
  const rss = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  const columns = [
    at('perSecond').toFixed(0),
    `${at('p50').toFixed(2)} ms`,
    `${at('p99').toFixed(2)} ms`,
    `${rss.toFixed(0)} MB`,
  ]
  console.log(`  ${name.padEnd(52)}${columns.map((text) => text.padStart(10)).join('')}`)
  const errors = loads.reduce((sum, load) => sum + load.errors, 0)
  expect(errors === 0, `${name}: ${errors} errors`)
}
