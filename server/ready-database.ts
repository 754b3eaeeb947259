import { migrate } from '@/lib/database/migrator'
import type { Database } from '@/lib/db'
import type { Env } from '@/lib/env'

/**
 * Brings the database up to this version, and an empty new one to a demo newsroom; says what it did. What is only needed then
 * is only loaded then: most starts find everything done. Throws MigrationError.
 */
export async function readyDatabase({ databaseUrl, demo }: Pick<Env, 'databaseUrl' | 'demo'>): Promise<void> {
  const { applied, backup, created } = await migrate(databaseUrl)
  if (backup) console.log(`The database was copied to ${backup} before it was changed.`)
  if (applied.length && !created) console.log(`The database was brought up to date (${applied.join(', ')}).`)
  if (created && demo) await fillWithDemo(databaseUrl)
  if (!created) await finishUpdate(databaseUrl, applied.length > 0)
}

/**
 * What an update left without a place in the chain of the audit log, or among the names that are sorted, if only an earlier
 * start of it that was ended too soon; and what a migration left without one in the search index.
 */
async function finishUpdate(databaseUrl: string, isMigrated: boolean): Promise<void> {
  const { openDatabase } = await import('@/lib/db')
  const { beginChain } = await import('@/lib/audit/chain-mutations')
  const { nameForSorting } = await import('@/lib/taxonomy/sort-name-mutations')
  const db = await openDatabase(databaseUrl)
  try {
    const events = await beginChain(db, new Date())
    if (events) console.log(`The audit log was chained; events from before: ${events}.`)
    await nameForSorting(db)
    if (isMigrated) await makeSearchable(db)
  } finally {
    await db.$disconnect()
  }
}

async function makeSearchable(db: Database): Promise<void> {
  const { rebuildSearch } = await import('@/lib/search/rebuild-mutations')
  await rebuildSearch(db, (articles) => {
    if (articles % 1_000 === 0) console.log(`${articles} articles were made searchable.`)
  })
}

async function fillWithDemo(databaseUrl: string): Promise<void> {
  const { openDatabase } = await import('@/lib/db')
  const { loadDemo } = await import('@/lib/demo/load')
  const { readDemoNewsroom } = await import('@/lib/demo/newsroom')
  const db = await openDatabase(databaseUrl)
  await loadDemo(db, readDemoNewsroom(), new Date())
  await db.$disconnect()
  console.log('A new database, with the demo newsroom in it. DEMO=0 begins without.')
}
