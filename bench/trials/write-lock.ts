import { once } from 'node:events'
import BetterSqlite3 from 'better-sqlite3'
import { startProcess } from '@/lib/testing/child'
import { ask, steadily } from './ask'
import { all, atMost, type Figure, none } from './figure'
import { articlePaths, hiddenFields, reply, withDatabase, withoutFloodLimit, withSite } from './passing-site'

const HELD_MS = 3_000
const LIMIT_MS = 50
const PER_SECOND = 100
const PAGES = 10
/** Other work of this machine only ever adds; a server that waits for the lock waits every time. */
const ROUNDS = 3

type Round = { isHeld: boolean; isReplied: boolean; worst: number; errors: number; requests: number }

/** Another process holds SQLite's write lock: kept pages hear nothing of it, and a reply waits until it is over. */
export const writeLock = (): Promise<Figure[]> =>
  withSite({}, async ({ url, databaseFile }) => {
    await withDatabase(`file:${databaseFile}`, withoutFloodLimit)
    const pages = (await articlePaths(`file:${databaseFile}`, PAGES)).map((path) => url + path)
    const first = pages[0] ?? ''
    const hidden = hiddenFields((await ask(first)).body.toString())
    const send = async (words: string) => {
      const status = await reply(first, hidden, { author: 'Ned', email: 'ned@ellerhaven.example', comment: words })
      return status === 303
    }
    await send('A reply that need not wait.')
    for (const page of pages) for (let i = 0; i < 20; i++) await ask(page)
    const rounds: Round[] = []
    for (let i = 0; i < ROUNDS; i++) rounds.push(await holdLock(databaseFile, pages, () => send(`Reply ${i}.`)))
    const [quickest = Number.NaN, ...others] = rounds.map(({ worst }) => worst).sort((a, b) => a - b)
    const said = `worst ${quickest.toFixed(1)} (then ${others.map((ms) => ms.toFixed(1)).join(', ')})`
    const sum = (of: (round: Round) => number) => rounds.reduce((total, round) => total + of(round), 0)
    return [
      all('the lock was held', rounds.filter(({ isHeld }) => isHeld).length, ROUNDS),
      atMost(`a kept page meanwhile, the quickest of ${ROUNDS} rounds`, quickest, LIMIT_MS, 'ms', said),
      none(
        'errors',
        sum(({ errors }) => errors),
        `${sum(({ requests }) => requests)}`,
      ),
      all('a reply sent meanwhile was taken', rounds.filter(({ isReplied }) => isReplied).length, ROUNDS),
    ]
  })

async function holdLock(databaseFile: string, pages: string[], send: () => Promise<boolean>): Promise<Round> {
  const holder = startProcess('lib/testing/locking-process.ts', [databaseFile, String(HELD_MS)])
  let isOver = false
  holder.once('exit', () => {
    isOver = true
  })
  if (holder.stdout) await once(holder.stdout, 'data')
  const isHeld = isLocked(databaseFile)
  const sending = send()
  const answers = await steadily(
    PER_SECOND,
    () => isOver,
    (i) => ask(pages[i % pages.length] ?? ''),
  )
  const errors = answers.filter(({ status }) => status !== 200).length
  const worst = Math.max(...answers.map(({ ms }) => ms))
  return { isHeld, isReplied: await sending, worst, errors, requests: answers.length }
}

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
