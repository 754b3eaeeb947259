// npm run bench [-- --articles 100000 --comments 1000000 --seconds 6]
// How fast pages are rendered on a large site, against limits named here and against the same markup drawn from memory.
// Exit 1 with a line per limit that was missed.
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import BetterSqlite3 from 'better-sqlite3'
import { encodePath, searchPath } from '@/lib/articles/paths'
import { writeConstant } from './constant/write'
import { type Measured, measure } from './load'
import { explainLists } from './plans'
import { largeSite, run, type Served, serve, serveSite } from './site'

const option = { type: 'string' } as const
const { values } = parseArgs({ options: { articles: option, comments: option, seconds: option } })
const size = { articles: Number(values.articles ?? 100_000), comments: Number(values.comments ?? 1_000_000) }
const seconds = Number(values.seconds ?? 6)

const misses: string[] = []
const expect = (holds: boolean, limit: string) => {
  if (!holds) misses.push(limit)
}

const dataDir = largeSite(size)
const databaseUrl = `file:${process.cwd()}/${dataDir}/broadsheet.db`
const world = readWorld(dataDir)

console.log(`\nqueries of lists, ${size.articles} articles`)
for (const { list, steps, faults } of await explainLists(databaseUrl, world.articles[0] ?? '')) {
  console.log(`  ${list}`)
  for (const step of steps) console.log(`      ${step}`)
  for (const fault of faults) expect(false, `${list}: ${fault}`)
}

const site = await serveSite({ DATA_DIR: dataDir })
try {
  await measurePages(site)
} finally {
  await site.stop()
}

if (misses.length) {
  console.error(`\nmissed\n${misses.map((miss) => `  ${miss}`).join('\n')}`)
  process.exitCode = 1
} else console.log('\nevery limit was kept')

async function measurePages(served: Served): Promise<void> {
  const at = (paths: string[]) => paths.map((path) => served.url + encodePath(path))
  const pages: Record<string, string[]> = {
    article: at(world.articles),
    front: at(['/']),
    'category, page 1': at([world.category]),
    [`category, page ${world.lastPage}`]: at([`${world.category}page/${world.lastPage}/`]),
    'everything, page 1': at(['/all/']),
    'everything, page 1000': at([`/all/page/${Math.min(1000, Math.floor(size.articles / 10))}/`]),
    author: at([world.author]),
    date: at(['/2020/', '/2020/05/', '/2020/05/07/']),
    'search, common words': ['the', 'boat', 'the river', 'town council'].map((query) => served.url + searchPath(query)),
    'search, rare words': world.rareWords.map((query) => served.url + searchPath(query)),
  }
  console.log('\npages                          1 connection: p50    p95      16 connections: a second')
  const results = new Map<string, { one: Measured; many: Measured }>()
  for (const [name, urls] of Object.entries(pages)) {
    const one = await measure(urls, 1, seconds)
    const many = await measure(urls, 16, seconds)
    results.set(name, { one, many })
    const row = [name.padEnd(30), `${one.p50.toFixed(1)} ms`.padStart(17), `${one.p95.toFixed(1)} ms`.padStart(9)]
    console.log(`  ${row.join('')}${many.perSecond.toFixed(0).padStart(21)}`)
    expect(one.p95 <= 100, `${name}: p95 ${one.p95.toFixed(1)} ms at one connection, 100 is the limit`)
    expect(one.failed + many.failed === 0, `${name}: ${one.failed + many.failed} answers were not 200`)
    if (name.startsWith('search'))
      expect(many.perSecond >= 100, `${name}: ${many.perSecond.toFixed(0)} a second, 100 is the limit`)
  }
  comparePages(results, 'category, page 1', `category, page ${world.lastPage}`)
  comparePages(results, 'everything, page 1', 'everything, page 1000')
  await compareWithConstant(served)
}

function comparePages(results: Map<string, { one: Measured }>, first: string, late: string): void {
  const ratio = (results.get(late)?.one.p50 ?? 0) / (results.get(first)?.one.p50 ?? 1)
  console.log(`  ${late} takes ${ratio.toFixed(2)} × ${first} (limit 1.5)`)
  expect(ratio <= 1.5, `${late} takes ${ratio.toFixed(2)} × ${first}, 1.5 is the limit`)
}

/** One article against the same components drawn from a constant: what reading costs. Rounds alternate; medians count. */
async function compareWithConstant(served: Served): Promise<void> {
  const path = world.articles[0] ?? ''
  await writeConstant(databaseUrl, path)
  if (!existsSync('bench/constant/.next/BUILD_ID'))
    run(['node_modules/next/dist/bin/next', 'build', 'bench/constant'], {})
  const constant = await serve(['--import', 'tsx', 'bench/constant/server.ts'], { DATA_DIR: dataDir })
  try {
    const rounds: { read: number; drawn: number }[] = []
    for (let round = 0; round < 5; round++) {
      const read = await measure([served.url + path], 16, seconds / 2)
      const drawn = await measure([constant.url + path], 16, seconds / 2)
      rounds.push({ read: read.perSecond, drawn: drawn.perSecond })
    }
    const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
    const ratio = median(rounds.map(({ read, drawn }) => read / drawn))
    const perSecond = median(rounds.map(({ read }) => read))
    console.log(
      `  an article: ${perSecond.toFixed(0)} a second, ${ratio.toFixed(2)} × the same from a constant (limits 100, 0.6)`,
    )
    expect(ratio >= 0.6, `an article is ${ratio.toFixed(2)} × the same from a constant, 0.6 is the limit`)
    expect(perSecond >= 100, `an article: ${perSecond.toFixed(0)} a second, 100 is the limit`)
  } finally {
    await constant.stop()
  }
}

/** Addresses of the large site to ask for. */
function readWorld(dir: string) {
  const db = new BetterSqlite3(`${dir}/broadsheet.db`, { readonly: true })
  const column = (sql: string) => db.prepare(sql).pluck().all() as string[]
  // Articles of the length and discussion that most have.
  const articles = column(
    `SELECT path FROM Article WHERE locale = 'en' AND commentCount BETWEEN 3 AND 12 ORDER BY id DESC LIMIT 200`,
  )
  const [largest = ''] = column(`SELECT key FROM Archive WHERE key LIKE 'category-%' ORDER BY articles DESC LIMIT 1`)
  const [count = '0'] = column(`SELECT articles FROM Archive WHERE key = '${largest}'`)
  const [category = ''] = column(`SELECT path FROM Category WHERE id = ${Number(largest.split('-')[1])}`)
  const [author = ''] = column('SELECT slug FROM Author ORDER BY id LIMIT 1')
  const bodies = column('SELECT body FROM Article ORDER BY id DESC LIMIT 2000')
  db.close()
  return {
    articles,
    category: `/category/${category}/`,
    lastPage: Math.min(1000, Math.ceil(Number(count) / 10)),
    author: `/author/${author}/`,
    rareWords: rareWords(bodies),
  }
}

/** Names that stand in one of many texts. */
function rareWords(bodies: string[]): string[] {
  const counts = new Map<string, number>()
  for (const body of bodies) {
    for (const [word] of body.matchAll(/\b[A-Z][a-z]{9,}(?=\.)/g)) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return [...counts]
    .filter(([, count]) => count === 1)
    .map(([word]) => word)
    .slice(0, 50)
}
