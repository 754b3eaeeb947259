import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { programPath } from '@/lib/testing/program'
import { run, serveSite } from '../site'
import { type Answer, ask, eachOf, steadily } from './ask'
import { all, atMost, type Figure, type NotRun, none } from './figure'
import { articlePaths } from './passing-site'
import { type Cluster, makeCluster, postgresqlPrograms } from './postgresql'

const KEPT = 1_000
/** Articles that nobody asks for before the database is away. */
const UNREAD = 5
const PER_SECOND = 100
const AWAY_MS = 60_000
const BACK_WITHIN_S = 5

/** PostgreSQL is away for a minute: what is kept is served, what is not asks to come back, and then all is as before. */
export async function postgresqlStopped(): Promise<Figure[] | NotRun> {
  const programs = postgresqlPrograms()
  if (!process.env.TEST_POSTGRES_URL) return { notRun: 'TEST_POSTGRES_URL is not set' }
  if (!programs) return { notRun: 'there is no PostgreSQL (on Debian: apt-get install postgresql)' }
  const cluster = await makeCluster(programs)
  const dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-stopped-'))
  try {
    await cluster.start()
    const set = { DATA_DIR: dataDir, DATABASE_URL: cluster.url, DEMO: '0' }
    run([programPath('scripts/seed.ts'), '--articles', String(KEPT * 2), '--comments', String(KEPT * 5)], set)
    // Next writes down itself what it could not draw.
    const site = await serveSite(set, join(dataDir, 'server.log'))
    try {
      return await stopAndStart(site.url, cluster)
    } finally {
      await site.stop()
    }
  } finally {
    await cluster.remove()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function stopAndStart(url: string, cluster: Cluster): Promise<Figure[]> {
  const pages = (await articlePaths(cluster.url, KEPT + UNREAD)).map((path) => url + path)
  const [unread, kept] = [pages.slice(0, UNREAD), pages.slice(UNREAD)]
  await eachOf(kept, 8, async (page) => void (await ask(page)))
  let isOver = false
  const reading = steadily(
    PER_SECOND,
    () => isOver,
    (i) => ask(kept[i % kept.length] ?? '').then(({ status }) => status),
  )
  await cluster.stop()
  const refused = await askUnread(unread)
  const began = performance.now()
  await cluster.start()
  const backSeconds = (await untilRead(unread[0] ?? '', began)) / 1_000
  isOver = true
  const statuses = await reading
  const isRight = ({ status, headers }: Answer) => status === 503 && Number(headers['retry-after']) > 0
  return [
    all('kept addresses', kept.length, KEPT),
    none('errors on them', statuses.filter((status) => status !== 200).length, `${statuses.length}`),
    all('a page never kept: 503 with Retry-After', refused.filter(isRight).length, UNREAD),
    atMost('it is there again after', backSeconds, BACK_WITHIN_S, 's from the start of PostgreSQL'),
  ]
}

/** While the database is away, in even steps. */
async function askUnread(unread: string[]): Promise<Answer[]> {
  const answers: Answer[] = []
  const until = performance.now() + AWAY_MS
  for (const [i, page] of unread.entries()) {
    answers.push(await ask(page))
    await sleep(Math.max(0, (until - performance.now()) / (unread.length - i)))
  }
  return answers
}

/** ms since `began` until the page is there. */
async function untilRead(page: string, began: number): Promise<number> {
  while ((await ask(page)).status !== 200) {
    if (performance.now() - began > 60_000) return Number.POSITIVE_INFINITY
    await sleep(50)
  }
  return performance.now() - began
}
