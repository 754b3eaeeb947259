// npm run bench:counting [-- --seconds 5 --rounds 3 --requests 100000]
// What counting costs the door: the same kept article from a site that counts and from one that does not, in turn, by wrk
// (Debian). Then a mix of readers and bots of which everything is known, sent to two processes: whether what is stored is
// that, and whether any of it names a reader. Exit 1 with a line per limit that was missed.
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { parseArgs } from 'node:util'
import BetterSqlite3 from 'better-sqlite3'
import { estimate, merge } from '@/lib/counting/registers'
import { BOTS, BROWSERS, type Mixed, mixed, readerAddress, readersIn, sumsOf } from '@/lib/testing/reader-mix'
import { processorMs } from './processor'
import { run, type Served, serveSite } from './site'
import { wrk } from './wrk'

const option = { type: 'string' } as const
const { values } = parseArgs({ options: { seconds: option, rounds: option, requests: option } })
const [seconds, rounds] = [Number(values.seconds ?? 5), Number(values.rounds ?? 3)]
const count = Number(values.requests ?? 100_000)
const ARTICLES = ['/oyster-beds-reopen/', '/the-last-boat/', '/']
const MOST_COST = 0.03
const ADDRESSES = 6_000

const misses: string[] = []
const expect = (holds: boolean, limit: string) => {
  if (!holds) misses.push(limit)
}
const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

await compareCost()
await replay()
if (misses.length) {
  console.error(`\nmissed\n${misses.map((miss) => `  ${miss}`).join('\n')}`)
  process.exitCode = 1
} else console.log('\nevery limit was kept')

/** A demo site of its own. */
function readySite(name: string, figures?: object): string {
  const dataDir = `.cache/bench/${name}`
  rmSync(dataDir, { recursive: true, force: true })
  run(['--import', 'tsx', 'scripts/ready-database.ts'], { DATA_DIR: dataDir, DATABASE_URL: '', DEMO: '' })
  if (!figures) return dataDir
  const db = new BetterSqlite3(`${dataDir}/broadsheet.db`)
  db.prepare(`INSERT INTO Setting (key, value) VALUES ('figures', ?)`).run(JSON.stringify(figures))
  db.close()
  return dataDir
}

async function compareCost(): Promise<void> {
  const counting = await serveSite({ DATA_DIR: readySite('counting') })
  const silent = await serveSite({ DATA_DIR: readySite('silent', { counts: false }) })
  const [path = ''] = ARTICLES
  const headers = {
    'accept-encoding': 'gzip',
    'user-agent': BROWSERS[0]?.userAgent ?? '',
    referer: 'https://www.google.com/',
  }
  const load = async ({ url, child }: Served): Promise<{ perSecond: number; cost: number }> => {
    const before = processorMs(child.pid)
    const { perSecond } = await wrk(url + path, seconds, headers)
    return { perSecond, cost: (processorMs(child.pid) - before) / (perSecond * seconds) }
  }
  try {
    for (const site of [counting, silent]) await load(site) // warm
    const ratios: number[] = []
    console.log('\na kept article, gzip, 16 connections: processor of one request, and requests a second')
    for (let round = 0; round < rounds; round++) {
      const [first, one, other, last] = [
        await load(silent),
        await load(counting),
        await load(counting),
        await load(silent),
      ]
      const [without, withIt] = [first.cost + last.cost, one.cost + other.cost]
      ratios.push(withIt / without)
      const said = (cost: number, a: Load, b: Load) =>
        `${(500 * cost).toFixed(1)} µs ${((a.perSecond + b.perSecond) / 2).toFixed(0)}/s`
      console.log(`  without counting ${said(without, first, last)}, with it ${said(withIt, one, other)}`)
    }
    const cost = median(ratios) - 1
    console.log(`  counting costs ${(cost * 100).toFixed(1)} % (limit ${MOST_COST * 100})`)
    expect(cost <= MOST_COST, `counting costs the door ${(cost * 100).toFixed(1)} %, ${MOST_COST * 100} is the limit`)
  } finally {
    await counting.stop()
    await silent.stop()
  }
}

type Load = { perSecond: number }

async function replay(): Promise<void> {
  const dataDir = readySite('replay')
  const set = { DATA_DIR: dataDir, WEB_CONCURRENCY: '2', CLIENT_ADDRESS_HEADER: 'x-forwarded-for' }
  const site = await serveSite(set)
  const requests = Array.from({ length: count }, (_, i) => mixed(i, ARTICLES, ADDRESSES))
  try {
    // Counting begins with the first look at the settings.
    await new Promise((resolve) => setTimeout(resolve, 4_000))
    await sendAll(site.url, requests)
  } finally {
    await site.stop()
  }
  const db = new BetterSqlite3(`${dataDir}/broadsheet.db`)
  // What the start of the site asked for itself, as it waited, is of no browser.
  const stored = storedSums(db)
  let wrong = 0
  for (const [name, sum] of Object.entries(sumsOf(requests))) {
    if (name === 'agent bot' || stored[name] === sum) continue
    wrong++
    expect(false, `${name}: ${stored[name] ?? 0} were stored, ${sum} were sent`)
  }
  const bots = { sent: 0, stored: 0 }
  for (const kind of ['search', 'ai']) {
    bots.sent += sumsOf(requests)[`agent ${kind}`] ?? 0
    bots.stored += stored[`agent ${kind}`] ?? 0
  }
  const sketches = db.prepare('SELECT registers FROM ReaderSketch').pluck().all() as Uint8Array[]
  const [readers, there] = [estimate(merge(sketches)), readersIn(requests)]
  db.close()
  console.log(`\n${count} requests to two processes: ${wrong} sums differ; named bots ${bots.stored} of ${bots.sent}`)
  console.log(`  readers: about ${readers}, of ${there}`)
  expect(Math.abs(readers / there - 1) < 0.05, `about ${readers} readers, of ${there}`)
  const files = readdirSync(dataDir).filter((name) => name.startsWith('broadsheet.db'))
  const bytes = Buffer.concat(files.map((name) => readFileSync(`${dataDir}/${name}`)))
  const sent = [
    ...Array.from({ length: ADDRESSES }, (_, i) => readerAddress(i)),
    ...[...BROWSERS, ...BOTS].map(({ userAgent }) => userAgent).filter(Boolean),
  ]
  const found = sent.filter((text) => bytes.includes(text))
  console.log(`  of ${sent.length} addresses and names of browsers ${found.length} are in the ${files.length} files`)
  expect(found.length === 0, `in the database stands ${found[0]}`)
}

function storedSums(db: BetterSqlite3.Database): Record<string, number> {
  const sums: Record<string, number> = {}
  type Row = { name: string; views: number }
  const add = (rows: Row[]) => {
    for (const { name, views } of rows) sums[name] = (sums[name] ?? 0) + views
  }
  add(db.prepare(`SELECT kind || ' ' || subject AS name, views FROM Figure`).all() as Row[])
  add(db.prepare(`SELECT 'all' AS name, views FROM ViewDay WHERE articleId = 0`).all() as Row[])
  add(
    db
      .prepare(`SELECT 'path ' || path AS name, views FROM ViewDay JOIN Article ON Article.id = articleId`)
      .all() as Row[],
  )
  const articles = ARTICLES.reduce((sum, path) => sum + (sums[`path ${path}`] ?? 0), 0)
  // The front page has no number of its own.
  sums['path /'] = (sums.all ?? 0) - articles
  return sums
}

/** 32 at once on connections that are kept, as readers' browsers keep theirs. */
async function sendAll(url: string, requests: readonly Mixed[]): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 })
  const etags = new Map<string, string>()
  for (const path of ARTICLES) etags.set(path, (await send(agent, url, path, 'HEAD', {})).etag)
  let next = 0
  const work = async () => {
    for (let request = requests[next++]; request; request = requests[next++]) {
      const { path, method, headers, again } = request
      const known = again ? { 'if-none-match': etags.get(path) ?? '' } : {}
      const { status } = await send(agent, url, path, method, { ...headers, ...known })
      // It may have been made anew since its tag was read.
      if (status !== 200 && !(again && status === 304)) throw new Error(`${path} was answered with ${status}`)
    }
  }
  await Promise.all(Array.from({ length: 32 }, work))
  agent.destroy()
}

function send(agent: Agent, url: string, path: string, method: string, headers: Record<string, string>) {
  return new Promise<{ status: number; etag: string }>((resolve, reject) => {
    const req = request(url + path, { method, headers, agent }, (res) => {
      res.resume().on('end', () => resolve({ status: res.statusCode ?? 0, etag: String(res.headers.etag) }))
    })
    req.on('error', reject).end()
  })
}
