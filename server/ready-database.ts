import { migrate } from '@/lib/database/migrator'
import type { Env } from '@/lib/env'

/**
 * Brings the database up to this version, and an empty new one to a demo newsroom; says what it did. What is only needed then
 * is only loaded then: most starts find everything done. Throws MigrationError.
 */
export async function readyDatabase({ databaseUrl, demo }: Env): Promise<void> {
  const { applied, backup, created } = await migrate(databaseUrl)
  if (backup) console.log(`The database was copied to ${backup} before it was changed.`)
  if (applied.length && !created) console.log(`The database was brought up to date (${applied.join(', ')}).`)
  if (created && demo) await fillWithDemo(databaseUrl)
  if (!created && applied.length) await finishUpdate(databaseUrl)
}

/** What a migration left without a place in the search index, and in the chain of the audit log. */
async function finishUpdate(databaseUrl: string): Promise<void> {
  const { openDatabase } = await import('@/lib/db')
  const { rebuildSearch } = await import('@/lib/search/rebuild-mutations')
  const { beginChain } = await import('@/lib/audit/chain-mutations')
  const db = await openDatabase(databaseUrl)
  await beginChain(db)
  await rebuildSearch(db, (articles) => {
    if (articles % 1_000 === 0) console.log(`${articles} articles were made searchable.`)
  })
  await db.$disconnect()
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
