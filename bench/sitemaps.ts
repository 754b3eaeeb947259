// npm run bench:sitemaps [-- --articles 1000000 --rounds 5]
// What search engines ask of a site that is far larger than any of the others here: the index of sitemaps, the news and one
// month's list. First byte when it has to be made (each time by a process that has made none yet) and when it is kept, and
// the memory that it takes. Exit 1 with a line per limit that was missed.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import BetterSqlite3 from 'better-sqlite3'
import { dayIn } from '@/lib/calendar/days'
import { nobodyDraws } from '@/lib/testing/nobody-draws'
import { run, type Served, serveSite } from './site'
import { atMost, type Figure, median } from './trials/figure'

const MADE_MS = 2_000
const KEPT_MS = 200
const MORE_MB = 100
/** As many as the news list holds, and half as many again. */
const NEWS = 1_500
const NEWS_MS = 48 * 3_600_000
const YEARS_MS = 25 * 365.25 * 86_400_000

const option = { type: 'string' } as const
const { values } = parseArgs({ options: { articles: option, rounds: option } })
const [articles, rounds] = [Number(values.articles ?? 1_000_000), Number(values.rounds ?? 5)]
const now = Date.now()
const dataDir = `.cache/bench/sitemaps-${articles}`

fill()
const month = String(dayIn('UTC', new Date(now - 400 * 86_400_000))).replace(/(\d{4})(\d\d)\d\d/, '$1-$2')
const asked = { 'the index': '/sitemap.xml', news: '/news-sitemap.xml', 'a month': `/sitemaps/articles-${month}.xml` }
const made = new Map<string, number[]>()
const kept = new Map<string, number[]>()
const more: number[] = []
for (let round = 0; round < rounds; round++) await measureProcess()

const figures: Figure[] = Object.keys(asked).flatMap((name) => [
  atMost(`${name}, made: first byte`, Math.max(...(made.get(name) ?? [Number.NaN])), MADE_MS, 'ms'),
  atMost(`${name}, kept: first byte`, median(kept.get(name) ?? []), KEPT_MS, 'ms'),
])
figures.push(atMost('memory more', Math.max(...more), MORE_MB, 'MB'))
console.log(`\n${articles} articles, ${rounds} processes`)
for (const { what, measured, limit } of figures) console.log(`  ${what.padEnd(32)}${measured.padStart(12)}  ${limit}`)
if (figures.some(({ isKept }) => !isKept)) process.exitCode = 1

async function measureProcess(): Promise<void> {
  const site = await serveSite({ DATA_DIR: dataDir })
  try {
    // What every process needs is there; what it has begun with is over.
    await firstByte(`${site.url}/robots.txt`)
    await sleep(3_000)
    const before = residentMb(site)
    let highest = before
    const look = setInterval(() => {
      highest = Math.max(highest, residentMb(site))
    }, 20)
    for (const [name, path] of Object.entries(asked)) {
      note(made, name, await firstByte(site.url + path))
      for (let i = 0; i < 20; i++) note(kept, name, await firstByte(site.url + path))
    }
    clearInterval(look)
    more.push(highest - before)
  } finally {
    await site.stop()
  }
}

function note(into: Map<string, number[]>, name: string, ms: number): void {
  into.set(name, [...(into.get(name) ?? []), ms])
}

/** Milliseconds until the first byte of the body; the rest is read as well. */
function firstByte(url: string): Promise<number> {
  const began = performance.now()
  return new Promise((done, failed) => {
    get(url, { agent: false }, (answer) => {
      if (answer.statusCode !== 200) failed(new Error(`${url} answered ${answer.statusCode}`))
      let ms = Number.NaN
      answer.once('data', () => {
        ms = performance.now() - began
      })
      answer.on('data', () => undefined).on('end', () => done(ms))
    }).on('error', failed)
  })
}

function residentMb({ child }: Served): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes) / 1024
}

/** Only what the lists read, written straight into the tables; made anew each day, because news are. */
function fill(): void {
  const done = `${dataDir}/filled-${dayIn('UTC', new Date(now))}`
  if (existsSync(done)) return
  rmSync(dataDir, { recursive: true, force: true })
  mkdirSync(dataDir, { recursive: true })
  run(['--import', 'tsx', 'scripts/ready-database.ts'], { DATA_DIR: dataDir, DATABASE_URL: '', DEMO: '0' })
  const raw = new BetterSqlite3(`${dataDir}/broadsheet.db`)
  raw.pragma('synchronous = OFF')
  raw.pragma('cache_size = -200000')
  raw.transaction(() => fillRows(raw))()
  raw.close()
  nobodyDraws(dataDir)
  writeFileSync(done, '')
  console.log(`filled with ${articles} articles in ${((Date.now() - now) / 1_000).toFixed(0)} s`)
}

function fillRows(raw: BetterSqlite3.Database): void {
  const counted = `WITH RECURSIVE number (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < ?)`
  const step = Math.floor(YEARS_MS / articles)
  const newsStep = Math.floor(NEWS_MS / NEWS / 1.1)
  const leadImage = `'{"src":"/demo/ferry.svg","alt":"","caption":"","credit":"","width":1200,"height":800}'`
  raw
    .prepare(
      `${counted} INSERT INTO Article (id, status, path, pathFolded, slug, headline, excerpt, body, locale, leadImage,
        publishedAt, publishedDay, createdAt, updatedAt)
      SELECT i, 'PUBLISHED', '/article-' || i || '/', '/article-' || i, 'article-' || i, 'What happened on day ' || i, '', '', 'en',
        iif(i % 2, ${leadImage}, NULL), at, CAST(strftime('%Y%m%d', at / 1000, 'unixepoch') AS INTEGER), at, at
      FROM (SELECT i, iif(i > ${articles - NEWS}, ${now} - (${articles} - i) * ${newsStep},
        ${now - NEWS_MS} - (${articles} - i) * ${step}) AS at FROM number)`,
    )
    .run(articles)
  raw.exec(`
    INSERT INTO ArchiveEntry (key, articleId, publishedDay, publishedAt, position)
      SELECT 'all', id, publishedDay, publishedAt, 0 FROM Article ORDER BY id;
    INSERT INTO ArchiveMonth (key, month, articles)
      SELECT 'all', publishedDay / 100, count(*) FROM Article GROUP BY 2;
    INSERT INTO SitemapMonth (month, changedAt) SELECT month, ${now} FROM ArchiveMonth;
    INSERT INTO Archive (key, articles, newest) VALUES ('all', ${articles}, '[]');
    DELETE FROM Setting WHERE key LIKE '%.rebuild'`)
  // What no default stands for: of the links SQLite's own is no JSON, and Prisma never leaves it to SQLite.
  const terms = {
    Tag: { count: 20_000, column: 'sortName', value: `'term ' || i` },
    Author: { count: 500, column: 'links', value: `'[]'` },
    Category: { count: 100, column: 'path', value: `'term-' || i` },
  }
  for (const [table, { count, column, value }] of Object.entries(terms)) {
    raw
      .prepare(
        `${counted} INSERT INTO ${table} (slug, ${column}, name) SELECT 'term-' || i, ${value}, 'Term ' || i FROM number`,
      )
      .run(count)
    raw
      .prepare(
        `INSERT INTO Archive (key, articles, newest) SELECT '${table.toLowerCase()}-' || id, 50, '[]' FROM ${table}`,
      )
      .run()
  }
}
