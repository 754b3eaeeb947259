import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from '@/lib/db'
import { FetchRefused, fetchOutside, type Reach } from '@/lib/http/fetch-outside'
import { storageOf } from '@/lib/storage/open'
import { type Storage, StorageAway } from '@/lib/storage/storage'
import { filePath, UPLOADS } from '@/lib/wordpress/addresses'
import { openMediaFiles } from '@/lib/wordpress/media-files'
import { noteArrived, showArrived } from './fetch-mutations'
import { isOfKind, type NotFetched } from './fetched'
import { listReplaced } from './replaced-queries'
import { closeIncoming, openIncoming, placeOf } from './store'

const PAGE = 100
/** Articles show what has come so often, and not only at the end. */
const SHOWN_EVERY = 500
const TRIES = 2

export type FetchOptions = { atOnce: number; bytes: number; ms: number }
export const FETCH_OPTIONS: FetchOptions = { atOnce: 4, bytes: 50_000_000, ms: 60_000 }

export type FetchReport = {
  fetched: number
  bytes: number
  /** Were in the library already. */
  found: number
  /** Articles that show pictures which they did not. */
  articles: number
  missed: { path: string; url: string; why: NotFetched }[]
}

type Row = { id: number; path: string; mimeType: string; sourceUrl: string }

/**
 * Brings the files of imported sites that are not here from where they were. What has come is noted with each, so that it may be
 * ended and begun again. Only addresses on the open internet are asked.
 */
export async function fetchFiles(
  db: Database,
  dataDir: string,
  reach: Reach,
  { atOnce, ...limits }: FetchOptions = FETCH_OPTIONS,
  progress: (done: number) => void = () => undefined,
): Promise<FetchReport> {
  const report: FetchReport = { fetched: 0, bytes: 0, found: 0, articles: 0, missed: [] }
  const storage = await storageOf(db, dataDir)
  const files = await openMediaFiles(storage, await listReplaced(db))
  const came = (path: string, at: Date) => files.note(path, at)
  let done = 0
  for (let after = 0; ; ) {
    const rows = await db.media.findMany({
      where: { id: { gt: after }, storedAt: null, sourceUrl: { not: null } },
      orderBy: { id: 'asc' },
      take: PAGE,
      select: { id: true, path: true, mimeType: true, sourceUrl: true },
    })
    const last = rows.at(-1)
    if (!last) break
    after = last.id
    const waiting = rows.map(({ sourceUrl, ...row }) => ({ ...row, sourceUrl: sourceUrl ?? '' })).values()
    const work = async () => {
      for (const row of waiting) {
        await fetchOne({ db, dataDir, storage, reach, came }, row, limits, report)
        progress(++done)
      }
    }
    await Promise.all(Array.from({ length: atOnce }, work))
    if (done % SHOWN_EVERY < PAGE) report.articles += await showArrived(db, files)
  }
  report.articles += await showArrived(db, files)
  return report
}

type Fetching = {
  db: Database
  dataDir: string
  storage: Storage
  reach: Reach
  came(path: string, at: Date): void
}

async function fetchOne(
  { db, dataDir, storage, reach, came }: Fetching,
  row: Row,
  limits: { bytes: number; ms: number },
  report: FetchReport,
): Promise<void> {
  const { id, path, sourceUrl: url } = row
  const miss = (why: NotFetched) => report.missed.push({ path, url, why })
  if (filePath(path) !== path || !path.startsWith(UPLOADS))
    return void miss('its place would lie outside of the library')
  const there = await storage.stat(placeOf(path))
  if (there) {
    await noteArrived(db, id, there.changedAt, there.bytes)
    report.found++
    return
  }
  const answer = await ask(reach, url, limits)
  if (typeof answer === 'string') return void miss(answer)
  if (!isOfKind(row.mimeType, answer)) return void miss('what came is not what it should be')
  try {
    await keep(storage, dataDir, path, answer)
  } catch (error) {
    if (error instanceof StorageAway) throw error
    // Something else has its name: a folder where a file should be.
    return void miss('it could not be written')
  }
  const now = new Date()
  came(path, now)
  await noteArrived(db, id, now, answer.length)
  report.fetched++
  report.bytes += answer.length
}

async function ask(reach: Reach, url: string, limits: { bytes: number; ms: number }): Promise<Buffer | NotFetched> {
  for (let tried = 1; ; tried++) {
    try {
      const { status, body } = await fetchOutside(reach, url, { limits })
      if (status === 200) return body
      if (status < 500 || tried >= TRIES) return `the site answered ${status}`
    } catch (error) {
      if (error instanceof FetchRefused) {
        return error.message.startsWith('it is longer')
          ? 'it is larger than may be fetched'
          : 'its address leads nowhere that may be asked'
      }
      if (tried >= TRIES) return 'the site did not answer'
    }
  }
}

/** All of it or nothing. */
async function keep(storage: Storage, dataDir: string, path: string, bytes: Buffer): Promise<void> {
  const folder = await openIncoming(dataDir)
  try {
    const passing = join(folder, 'fetched')
    await writeFile(passing, bytes, { flag: 'wx' })
    await storage.put(placeOf(path), passing)
  } finally {
    await closeIncoming(folder)
  }
}
