// npm run bench:figures [-- --articles 100000 --days 365 --read 10000 --rounds 40]
// How fast the figures are with a year of counts: every list of every span, and how SQLite goes about their queries. `read`:
// how many articles are read on a day. Exit 1 with a line per list that took more than 200 ms (p95) or reads a whole table.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import BetterSqlite3 from 'better-sqlite3'
import { dayIn } from '@/lib/calendar/days'
import { getFigures, listSearchesWithoutResult } from '@/lib/counting/admin-queries'
import { lastDays } from '@/lib/counting/days'
import { SPANS } from '@/lib/counting/figures'
import { getBadge, listMostReadIds } from '@/lib/counting/queries'
import { rankArticles } from '@/lib/counting/tidy-mutations'
import { type Database, openDatabase } from '@/lib/db'
import { getSiteFacts } from '@/lib/site/facts'
import { explain } from './plans'
import { run } from './site'

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
  const day = raw.prepare('INSERT INTO ViewDay (day, articleId, views) VALUES (?, ?, ?)')
  const hour = raw.prepare('INSERT INTO ViewHour (day, hour, articleId, views) VALUES (?, ?, ?, ?)')
  const minute = raw.prepare('INSERT INTO ViewMinute (minute, articleId, views) VALUES (?, ?, ?)')
  const figure = raw.prepare('INSERT INTO Figure (kind, day, subject, views) VALUES (?, ?, ?, ?)')
  const all = lastDays(today, days)
  for (const [k, one] of all.entries()) {
    day.run(one, 0, read * 12)
    for (const i of numbers(read)) day.run(one, ((i * 9_973 + k * 31) % articles) + 1, Math.ceil(40_000 / (i + 1)))
    if (k >= all.length - 35) {
      for (const h of numbers(24)) {
        hour.run(one, h, 0, read / 2)
        for (const i of numbers(read / 10)) hour.run(one, h, ((i * 9_973 + k * 31) % articles) + 1, 1)
      }
    }
    for (const i of numbers(500)) figure.run('author', one, `${((i * 7 + k) % 2_000) + 1}`, 1_000 - i)
    for (const i of numbers(50)) figure.run('category', one, `${i + 1}`, 1_000 - i)
    for (const i of numbers(1_000)) figure.run('host', one, `host-${(i * 11 + k) % 4_000}.example`, 1_000 - i)
    for (const kind of ['search', 'searchless']) {
      if (k >= all.length - 30)
        for (const i of numbers(1_000)) figure.run(kind, one, `words ${(i * 13 + k) % 9_000}`, 1 + (i % 5))
    }
    for (const name of ['phone', 'tablet', 'computer', 'other']) figure.run('device', one, name, 9)
  }
  const last = Math.floor(now.getTime() / 60_000)
  for (const m of numbers(30)) {
    minute.run(last - m, 0, 900)
    for (const i of numbers(400)) minute.run(last - m, ((i * 37 + m) % articles) + 1, 3)
  }
}
