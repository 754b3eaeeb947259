import { once } from 'node:events'
import BetterSqlite3 from 'better-sqlite3'
import { startProcess } from '@/lib/testing/child'
import { ask, steadily } from './ask'
import { all, atMost, type Figure, median, none } from './figure'
import { articlePaths, hiddenFields, reply, withSite } from './passing-site'

const HELD_MS = 3_000
const LIMIT_MS = 50
const PER_SECOND = 100
const PAGES = 10

/** Another process holds SQLite's write lock: kept pages hear nothing of it, and a reply waits until it is over. */
export const writeLock = (): Promise<Figure[]> =>
  withSite({}, async ({ url, databaseFile }) => {
    const pages = (await articlePaths(`file:${databaseFile}`, PAGES)).map((path) => url + path)
    for (const page of pages) for (let i = 0; i < 20; i++) await ask(page)
    const hidden = hiddenFields((await ask(pages[0] ?? '')).body.toString())
    const holder = startProcess('lib/testing/locking-process.ts', [databaseFile, String(HELD_MS)])
    let isOver = false
    holder.once('exit', () => {
      isOver = true
    })
    if (holder.stdout) await once(holder.stdout, 'data')
    const refused = isLocked(databaseFile)
    const words = { author: 'Ned', email: 'ned@ellerhaven.example', comment: 'A reply that has to wait.' }
    const replied = reply(pages[0] ?? '', hidden, words)
    const answers = await steadily(
      PER_SECOND,
      () => isOver,
      (i) => ask(pages[i % pages.length] ?? ''),
    )
    const times = answers.map(({ ms }) => ms)
    const said = `median ${median(times).toFixed(1)}, worst ${Math.max(...times).toFixed(1)}`
    return [
      all('the lock was held', Number(refused), 1),
      atMost(`a kept page meanwhile (${times.length} requests)`, Math.max(...times), LIMIT_MS, 'ms', said),
      none('errors', answers.filter(({ status }) => status !== 200).length, `${answers.length}`),
      all('a reply sent meanwhile was taken', Number((await replied) === 303), 1),
    ]
  })

function isLocked(file: string): boolean {
  const db = new BetterSqlite3(file, { timeout: 0 })
  try {
    db.exec('BEGIN IMMEDIATE')
    return false
  } catch {
    return true
  } finally {
    db.close()
  }
}
