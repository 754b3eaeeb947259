// npm run bench:kills [-- --kills 300 --seed 1 --life-ms 5000]
// The server is killed with −9 again and again while people write, change what is live, publish and upload. Whatever it had
// acknowledged must be there afterwards, its database sound, and the site ready again within 3 s. Exit 1 where it is not so.
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import BetterSqlite3 from 'better-sqlite3'
import { addLink } from '@/lib/auth/links'
import { openDatabase } from '@/lib/db'
import { Random } from '@/lib/seed/random'
import { NewsroomClient } from '@/lib/testing/newsroom-client'
import { uploaderOf } from './kills/uploader'
import { beginWriters, type Writer } from './kills/writers'
import { freePort, serveSite } from './site'

const option = { type: 'string' } as const
const { values } = parseArgs({ options: { kills: option, seed: option, 'life-ms': option } })
const kills = Number(values.kills ?? 300)
const random = new Random(Number(values.seed ?? 1))
/**
 * The longest that a server lives after it answers: some rounds end in its first requests, some after dozens. On a machine that
 * is busy with other things it needs longer for its first ones.
 */
const longestLifeMs = Number(values['life-ms'] ?? 5_000)
const READY_WITHIN_MS = 3_000

const dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-kills-'))
const port = String(await freePort())
// What is written beside the server is signed as its own.
const SECRET = 'one night watch, three hundred lamps'
process.env.SECRET = SECRET
const set = { DATA_DIR: dataDir, PORT: port, DEMO: '1', SECRET }
const databaseUrl = `file:${dataDir}/broadsheet.db`
const readyMs: number[] = []
const faults: string[] = []
let writers: Writer[] = []
const began = performance.now()

const start = async () => {
  const from = performance.now()
  const served = await serveSite(set)
  if (writers.length) readyMs.push(performance.now() - from)
  return served
}

try {
  const first = await start()
  const db = await openDatabase(databaseUrl)
  const client = new NewsroomClient(`http://localhost:${port}`)
  await client.signIn(await signInPath())
  writers = [...(await beginWriters(db, client)), uploaderOf(dataDir, client)]
  await db.$disconnect()
  await first.stop()
  for (let kill = 1; kill <= kills; kill++) {
    const { child } = await start()
    const writing = writers.map((writer) => writer.writeUntilItFails())
    await sleep(random.below(longestLifeMs))
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await Promise.all([ended, ...writing])
    await look(kill === kills)
    if (kill % 25 === 0 || kill === kills) say(kill)
  }
} finally {
  rmSync(dataDir, { recursive: true, force: true })
}

// What was never acknowledged cannot be lost, and says nothing.
for (const { name, acknowledged } of writers) if (!acknowledged) faults.push(`nothing was tried: no ${name}`)
const late = readyMs.filter((ms) => ms > READY_WITHIN_MS).length
for (const fault of faults.slice(0, 20)) console.error(fault)
if (faults.length || late) process.exitCode = 1

/** What is in the files that the killed server left behind. */
async function look(everything: boolean): Promise<void> {
  const raw = new BetterSqlite3(join(dataDir, 'broadsheet.db'))
  const [sound] = raw.pragma('integrity_check') as { integrity_check: string }[]
  raw.close()
  if (sound?.integrity_check !== 'ok') faults.push(`the database is broken: ${sound?.integrity_check}`)
  const db = await openDatabase(databaseUrl)
  for (const writer of writers) faults.push(...(await writer.lost(db, everything)))
  await db.$disconnect()
}

function say(kill: number): void {
  const sorted = readyMs.toSorted((a, b) => a - b)
  const ready = [0.5, 0.95, 1].map((part) => Math.round(sorted[Math.ceil(part * sorted.length) - 1] ?? 0))
  const acknowledged = writers.map(({ name, acknowledged: count }) => `${count} ${name}`).join(', ')
  const seconds = ((performance.now() - began) / 1000).toFixed(0)
  console.log(
    `${kill} kills: ${acknowledged}; ${faults.length} lost; ready after ${ready.join(', ')} ms (p50, p95, most); ${seconds} s`,
  )
}

async function signInPath(): Promise<string> {
  const db = await openDatabase(databaseUrl)
  const { id: userId } = await db.user.findFirstOrThrow({ where: { role: 'EDITOR' }, select: { id: true } })
  const token = await addLink(db, { kind: 'SIGN_IN', userId, madeBy: 'bench' }, new Date())
  await db.$disconnect()
  return `/login/link/?token=${token}`
}
