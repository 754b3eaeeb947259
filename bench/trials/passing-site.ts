import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { encodePath } from '@/lib/articles/paths'
import { type Database, openDatabase } from '@/lib/db'
import { transact } from '@/lib/invalidation'
import { writeSetting } from '@/lib/site/mutations'
import { type Served, serveSite } from '../site'

export type PassingSite = Served & { dataDir: string; databaseFile: string; log: () => string }

/** Serves the demo newsroom, in a folder of its own, for as long as `work` takes. */
export async function withSite<T>(set: Record<string, string>, work: (site: PassingSite) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-trial-'))
  const logFile = join(dataDir, 'server.log')
  try {
    const served = await serveSite({ DATA_DIR: dataDir, DEMO: '', ...set }, logFile)
    try {
      const log = () => readFileSync(logFile, 'utf8')
      return await work({ ...served, dataDir, databaseFile: join(dataDir, 'broadsheet.db'), log })
    } finally {
      await served.stop()
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** A client of the site's database in this process, which is not the site's. */
export async function withDatabase<T>(url: string, work: (db: Database) => Promise<T>): Promise<T> {
  const db = await openDatabase(url)
  try {
    return await work(db)
  } finally {
    await db.$disconnect()
  }
}

/** Encoded addresses of published articles, the newest first. */
export async function articlePaths(url: string, count: number): Promise<string[]> {
  const where = { status: 'PUBLISHED', kind: 'ARTICLE' } as const
  const rows = await withDatabase(url, (db) =>
    db.article.findMany({ where, orderBy: { id: 'desc' }, take: count, select: { path: true } }),
  )
  return rows.map(({ path }) => encodePath(path))
}

/** From now on a reader may reply as often as they like; the site hears of it within 250 ms. */
export async function withoutFloodLimit(db: Database): Promise<void> {
  await transact(db, (tx) => writeSetting(tx, 'comments', { floodSeconds: 0 }))
  await sleep(600)
}

/** What the reply form of a page sends of itself. */
export function hiddenFields(html: string): [name: string, value: string][] {
  const inputs = html.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?\/>/g)
  return [...inputs].map(([, name = '', value = '']) => [name, value])
}

/** Sends the reply form of the page at `url`; `fields` are what the reader typed. Answers the status. */
export async function reply(url: string, hidden: [string, string][], fields: Record<string, string>): Promise<number> {
  const form = new FormData()
  for (const [name, value] of [...hidden, ...Object.entries(fields)]) form.set(name, value)
  const headers = { origin: new URL(url).origin }
  const answer = await fetch(url, { method: 'POST', body: form, headers, redirect: 'manual' })
  await answer.arrayBuffer()
  return answer.status
}
