import type { Prisma, PrismaClient } from '@/generated/sqlite/client'
import { withEndings } from './database/before-commit'
import { BUSY_LIMIT_MS } from './database/busy'
import { type Hear, heard } from './database/heard'
import { providerOf } from './database/provider'
import { env } from './env'
import { countQuery } from './page-context'

/** The whole database, or one transaction of it: what queries and mutations take as their first argument. */
export type Database = PrismaClient
export type Tx = Prisma.TransactionClient

// A transaction waits for the write lock as long as a single statement does, and ends soon after: an import writes in
// shorter ones (≤ 50 ms), so 15 s are only ever reached on a machine that stands still.
const transactionOptions = { maxWait: BUSY_LIMIT_MS + 2_000, timeout: 15_000 }

/**
 * A client for the database at `url`, not yet connected. Both clients are generated from the same models; SQLite's
 * types, the smaller set, serve both. `hear` is told of each statement: as a rule it counts for the page that asks.
 */
export async function openDatabase(url: string, hear: Hear = countQuery): Promise<Database> {
  if (providerOf(url) === 'postgresql') {
    const { PrismaClient } = await import('@/generated/postgresql/client')
    const { postgresqlAdapter } = await import('./database/postgresql-adapter')
    const client = new PrismaClient({ adapter: heard(postgresqlAdapter(url), hear), transactionOptions })
    return withEndings(client as unknown as Database)
  }
  const { PrismaClient } = await import('@/generated/sqlite/client')
  const { HardenedSqlite } = await import('./database/sqlite-adapter')
  return withEndings(new PrismaClient({ adapter: heard(new HardenedSqlite(url), hear), transactionOptions }))
}

// On globalThis: Next bundles its own copy of this module, and the door, the jobs and the pages must share one
// connection (docs/decisions/001).
const shared = globalThis as { [key: symbol]: unknown }
const key = Symbol.for('broadsheet.database')

/** The process's one client, opened at the first call. */
export function database(): Promise<Database> {
  shared[key] ??= openDatabase(env().databaseUrl)
  return shared[key] as Promise<Database>
}
