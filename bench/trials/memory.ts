import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { env } from '@/lib/env'
import { largeSite, serveSite } from '../site'
import { ask, eachOf } from './ask'
import { atMost, type Figure, none } from './figure'
import { articlePaths } from './passing-site'

const MB = 1024 * 1024
const RSS_LIMIT_MB = 350
const PAGES = 2_000
const ADDRESSES = 100_000
/** Of the addresses a fifth are articles of their own. */
const ARTICLES = ADDRESSES / 5
const AT_ONCE = 8
const LARGE = { articles: 100_000, comments: 1_000_000 }
/** The large site where it is seeded already; enough articles for every address else. */
const SMALLER = { articles: ARTICLES, comments: ARTICLES * 10 }

/** What the server takes after 2,000 pages, and what it and its kept pages take while 100,000 addresses are asked for. */
export async function memory(): Promise<Figure[]> {
  const isSeeded = existsSync(`.cache/bench/${LARGE.articles}-${LARGE.comments}/seeded`)
  const dataDir = largeSite(isSeeded ? LARGE : SMALLER)
  const articles = await articlePaths(`file:${process.cwd()}/${dataDir}/broadsheet.db`, ARTICLES)
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-memory-'))
  const logFile = join(folder, 'server.log')
  const site = await serveSite({ DATA_DIR: dataDir, LOG_LEVEL: 'debug' }, logFile)
  let failed = 0
  const read = async (path: string) => {
    const coding = Number(path.length) % 2 ? 'gzip' : 'br'
    const { status } = await ask(site.url + path, { headers: { 'accept-encoding': coding } })
    if (status !== 200 && status !== 404) failed++
  }
  let highest = 0
  const look = setInterval(() => {
    highest = Math.max(highest, rssMb(site.child.pid))
  }, 500)
  try {
    await eachOf(articles.slice(0, PAGES), AT_ONCE, read)
    const afterPages = rssMb(site.child.pid)
    await eachOf(addresses(articles), AT_ONCE, read)
    const kept = keptBytes(readFileSync(logFile, 'utf8'))
    const limitMb = env().pageCacheMb
    return [
      atMost(`resident after ${PAGES} pages`, afterPages, RSS_LIMIT_MB, 'MB'),
      atMost(`resident at most, ${ADDRESSES} addresses`, highest, RSS_LIMIT_MB, 'MB'),
      atMost(`kept pages at most (${kept.length} looks)`, Math.max(...kept) / MB, limitMb, 'MB'),
      none('answers that were no page', failed, `${PAGES + ADDRESSES}`),
    ]
  } finally {
    clearInterval(look)
    await site.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Nothing there, a parameter that means nothing, an article nobody asked for before. */
function* addresses(articles: string[]): Generator<string> {
  for (let i = 0; i < ADDRESSES; i++) {
    const kind = i % 5
    if (kind < 2) yield `/made-up-address-${i}/`
    else if (kind < 4) yield `${articles[i % PAGES]}?utm_campaign=${i}`
    else yield articles[Math.floor(i / 5)] ?? '/'
  }
}

/** What the site writes down of its kept pages, every few seconds (server/jobs.ts). */
const keptBytes = (log: string) => [...log.matchAll(/"bytes":(\d+),"msg":"pages are kept"/g)].map(([, n]) => Number(n))

function rssMb(pid: number | undefined): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Math.round(Number(kilobytes) / 1024)
}
