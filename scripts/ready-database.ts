// Before the server: the database is made or brought up to date; the demo newsroom goes into one that was just made.
import { MigrationError } from '@/lib/database/migrations'
import { migrate } from '@/lib/database/migrator'
import { openDatabase } from '@/lib/db'
import { loadDemo } from '@/lib/demo/load'
import { readDemoNewsroom } from '@/lib/demo/newsroom'
import { EnvError, env } from '@/lib/env'
import { rebuildSearch } from '@/lib/search/mutations'

try {
  const { databaseUrl, demo } = env()
  const { applied, backup, created } = await migrate(databaseUrl)
  if (backup) console.log(`The database was copied to ${backup} before it was changed.`)
  if (applied.length && !created) console.log(`The database was brought up to date (${applied.join(', ')}).`)
  const db = await openDatabase(databaseUrl)
  if (!created) await rebuildSearch(db, sayThousands)
  else if (demo) {
    await loadDemo(db, readDemoNewsroom(), new Date())
    console.log('A new database, with the demo newsroom in it. DEMO=0 begins without.')
  }
  await db.$disconnect()
} catch (error) {
  if (!(error instanceof EnvError || error instanceof MigrationError)) throw error
  console.error(error.message)
  process.exitCode = 1
}

function sayThousands(articles: number): void {
  if (articles % 1_000 === 0) console.log(`${articles} articles were made searchable.`)
}
