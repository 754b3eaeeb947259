// A process of its own that does the newsroom's prompt jobs until it is killed: as a server does, without the server.
import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase } from '@/lib/db'
import { PROMPT } from '@/lib/jobs/kinds'
import { runDueJobs } from '@/lib/jobs/run'

const [url = '', clockAheadMs = '0'] = process.argv.slice(2)
const clock = () => new Date(Date.now() + Number(clockAheadMs))
const db = await openDatabase(url)
await db.job.count()
process.stdout.write('ready\n')
for (;;) {
  try {
    while ((await runDueJobs(db, PROMPT, clock)) === PROMPT.atOnce);
  } catch (error) {
    // The database was busy for long; the next look finds what is due.
    console.error(error)
  }
  await sleep(100)
}
