// npm run bench:figures [-- --articles 100000 --days 365 --read 10000 --rounds 40]
// How fast the figures are with a year of counts: every list of every span, and how SQLite goes about their queries. `read`:
// how many articles are read on a day. Exit 1 with a line per list that took more than 200 ms (p95) or reads a whole table.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import BetterSqlite3 from 'better-sqlite3'
import { dayIn } from '@/lib/calendar/days'
import { getFigures, listSearchesWithoutResult } from '@/lib/counting/admin-queries'
import { SPANS } from '@/lib/counting/figures'
import { getBadge, listMostReadIds } from '@/lib/counting/queries'
import { rankArticles } from '@/lib/counting/tidy-mutations'
import { type Database, openDatabase } from '@/lib/db'
import { getSiteFacts } from '@/lib/site/facts'
import { explain } from './plans'
import { run } from './site'
import { fillCounts } from './year-of-counts'

const option = { type: 'string' } as const
const { values } = parseArgs({ options: { articles: option, days: option, read: option, rounds: option } })
const [articles, days] = [Number(values.articles ?? 100_000), Number(values.days ?? 365)]
const [read, rounds] = [Number(values.read ?? 10_000), Number(values.rounds ?? 40)]
const MOST_MS = 200
const viewer = { id: 'bench', name: 'Bench', role: 'ADMIN' as const, authorId: null, address: '' }
const now = new Date()
const today = dayIn('UTC', now)

const misses: string[] = []
const dataDir = `.cache/bench/figures-${articles}-${days}-${read}`
const databaseUrl = `file:${process.cwd()}/${dataDir}/broadsheet.db`
fill()
const db = await openDatabase(databaseUrl)
const began = performance.now()
await rankArticles(db, today, now)
console.log(`\nmaking the lists of a month took ${(performance.now() - began).toFixed(0)} ms, a day at a time`)

console.log(`\n${articles} articles, ${days} days, ${read} read on each      p50        p95`)
for (const [name, list] of Object.entries(await lists(db))) {
  const times: number[] = []
  for (let round = -3; round < rounds; round++) {
    const start = performance.now()
    await list()
    if (round >= 0) times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
  console.log(
    `  ${name.padEnd(34)}${`${at(0.5).toFixed(1)} ms`.padStart(20)}${`${at(0.95).toFixed(1)} ms`.padStart(11)}`,
  )
  if (!(at(0.95) <= MOST_MS)) misses.push(`${name}: p95 ${at(0.95).toFixed(1)} ms, ${MOST_MS} is the limit`)
}
await db.$disconnect()

console.log('\nqueries')
for (const { list, steps } of await explain(databaseUrl, lists)) {
  console.log(`  ${list}`)
  for (const step of steps) console.log(`      ${step}`)
  // What is added up of a few days is put in order where it lies.
  for (const step of steps) if (/^SCAN (main\.)?\w*(View|Figure)/.test(step)) misses.push(`${list}: ${step}`)
}
if (misses.length) {
  console.error(`\nmissed\n${misses.map((miss) => `  ${miss}`).join('\n')}`)
  process.exitCode = 1
} else console.log('\nevery limit was kept')

async function lists(site: Database): Promise<Record<string, () => Promise<unknown>>> {
  const facts = { ...(await getSiteFacts(site)) }
  facts.figures = { ...facts.figures, mostReadDays: 7, badge: true }
  const spans = SPANS.map((span) => [span, () => getFigures(site, viewer, { span, facts, now })] as const)
  const files = SPANS.map(
    (span) => [`${span}, a file`, () => getFigures(site, viewer, { span, facts, now, most: 1_000 })] as const,
  )
  return {
    ...Object.fromEntries([...spans, ...files]),
    'most read': () => listMostReadIds(site, facts, now),
    'searches without result': () => listSearchesWithoutResult(site, viewer, { facts, now }),
    'the line in the footer': () => getBadge(site, { ...facts }, now),
  }
}

/** A year of counts in which few articles have most of the readings; made once per size and day. */
function fill(): void {
  const done = `${dataDir}/filled-${today}`
  if (existsSync(done)) return
  rmSync(dataDir, { recursive: true, force: true })
  mkdirSync(dataDir, { recursive: true })
  run(['--import', 'tsx', 'scripts/ready-database.ts'], { DATA_DIR: dataDir, DATABASE_URL: '', DEMO: '0' })
  const raw = new BetterSqlite3(`${dataDir}/broadsheet.db`)
  raw.pragma('synchronous = OFF')
  raw.transaction(() => fillRows(raw))()
  raw.close()
  writeFileSync(done, '')
}

function fillRows(raw: BetterSqlite3.Database): void {
  const numbers = (count: number) => Array.from({ length: count }, (_, i) => i)
  const author = raw.prepare(`INSERT INTO Author (slug, name, bio, links) VALUES (?, ?, '', '[]')`)
  for (const i of numbers(2_000)) author.run(`author-${i}`, `Author ${i}`)
  const article = raw.prepare(
    `INSERT INTO Article (status, path, pathFolded, slug, headline, excerpt, body, locale, updatedAt)
     VALUES ('PUBLISHED', ?, ?, ?, ?, '', '', 'en', 0)`,
  )
  for (const i of numbers(articles)) article.run(`/${i}/`, `/${i}/`, `${i}`, `Headline ${i}`)
  fillCounts(raw, { articles, days, read, today, now })
}
