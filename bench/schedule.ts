// npm run bench:schedule [-- --articles 1000 --processes 3]
// Articles are scheduled over a minute, several processes publish them, and one of them is killed with −9 every second or
// so: each article must appear exactly once and none early. On SQLite, and on PostgreSQL where TEST_POSTGRES_URL is set.
// Exit 1 where that is not so.
import { parseArgs } from 'node:util'
import { publishUnderFire } from '@/lib/testing/publish-under-fire'
import { onEachDatabase } from './trial-databases'

const option = { type: 'string' } as const
const { values } = parseArgs({ options: { articles: option, processes: option } })
const articles = Number(values.articles ?? 1_000)
const processes = Number(values.processes ?? 3)

await onEachDatabase(async (name, db, url) => {
  const fire = { articles, overMs: 60_000, processes, killEveryMs: 1_500, limitMs: 300_000, seed: 1 }
  const outcome = await publishUnderFire(db, url, fire)
  const { kills, published, notOnce, early, latestMs } = outcome
  const figures = `${published} of ${articles} published, ${notOnce} not once, ${early} early, the latest ${latestMs} ms late`
  console.log(`${name}, ${processes} processes, ${kills} killed: ${figures}`)
  if (published !== articles || notOnce || early) process.exitCode = 1
})
