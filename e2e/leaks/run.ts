// npm run test:leaks [-- --requests 10000 --seed 1]: plants drafts, texts in review, scheduled, embargoed, withdrawn and thrown
// away, and working copies of live ones, each with words of its own, in a site of its own, and looks for those words in
// what it answers to anybody: pages, lists, feeds, searches, every spelling of an address, Next's own ways to ask, guessed
// cookies, links that were ended or bent. None may be seen; one text that is public must be.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabase } from '@/lib/db'
import { startSite } from '@/lib/testing/site-process'
import { KINDS, type Planted, plant } from './plant'
import { seenIn, type Trial, tryProbes } from './trial'

const EACH = 3
const SHOWN = 20

const option = { type: 'string' } as const
const { values } = parseArgs({ options: { requests: option, seed: option } })
const requests = Number(values.requests ?? 10_000)
const seed = Number(values.seed ?? 1)

const dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-leaks-'))
// What is planted is signed with the secret of the site that is probed.
process.env.DATA_DIR = dataDir
const { url, stop } = await startSite(dataDir, { CLIENT_ADDRESS_HEADER: 'x-forwarded-for', LOG_LEVEL: 'warn' })
const db = await openDatabase(`file:${join(dataDir, 'broadsheet.db')}`)
const port = Number(new URL(url).port)

try {
  const now = new Date()
  const planted = await plant(db, EACH, now)
  const trial = await tryProbes(port, planted, { requests, seed, now })
  report(trial)
  await checkSight(planted, now)
} finally {
  await db.$disconnect()
  await stop()
  rmSync(dataDir, { recursive: true, force: true })
}

function report({ statuses, leaks, controlSeen }: Trial): void {
  for (const { probe, of } of leaks.slice(0, SHOWN)) console.log(`${of.kind}: ${JSON.stringify(probe)}`)
  const counts = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status || 'closed'}: ${count}`)
  console.log(counts.join(', '))
  const kinds = KINDS.length - 1
  console.log(`${requests} probes of seed ${seed} for ${kinds * EACH} texts of ${kinds} kinds: ${leaks.length} leaks`)
  console.log(`a public text was seen ${controlSeen} times`)
  if (leaks.length > 0 || controlSeen === 0) process.exitCode = 1
}

/** Made public from outside, every one of them is found by the same probes: it was not for want of asking. */
async function checkSight(planted: readonly Planted[], now: Date): Promise<void> {
  const hidden = planted.filter(({ kind }) => kind !== 'control' && kind !== 'copy' && kind !== 'timedcopy')
  const day = Number(now.toISOString().slice(0, 10).replaceAll('-', ''))
  for (const { id } of hidden) {
    const isPublic = { status: 'PUBLISHED', publishedAt: now, publishedDay: day, trashedAt: null } as const
    await db.article.update({ where: { id }, data: isPublic })
  }
  // Its pages are told of no change that was made from outside: a reader of their own gets them as they are.
  const seen = await Promise.all(
    hidden.map(async (one) => {
      const answer = await fetch(`${url}${one.path}`, { headers: { cookie: 'comment_held=0' } })
      const probe = { method: 'GET', target: '/', headers: {} }
      return seenIn([one], probe, await answer.text()).length
    }),
  )
  const found = seen.filter(Boolean).length
  console.log(`made public from outside, ${found} of ${hidden.length} are seen`)
  if (found !== hidden.length) process.exitCode = 1
}
