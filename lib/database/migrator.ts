import { randomUUID } from 'node:crypto'
import { mkdirSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import BetterSqlite3 from 'better-sqlite3'
import pg from 'pg'
import { type AppliedMigration, knownMigrations, type Migration, MigrationError, pendingMigrations } from './migrations'
import { providerOf } from './provider'

/** One connection that can hold the migration lock; the two databases differ in nothing else here. */
type Session = {
  /** Opens a transaction that no second migrator can hold at the same time. */
  begin(): Promise<void>
  script(sql: string): Promise<void>
  commit(): Promise<void>
  rollback(): Promise<void>
  applied(): Promise<AppliedMigration[]>
  close(): Promise<void>
}

export type MigrationReport = {
  applied: string[]
  /** Where the SQLite file was copied before it was changed; null: it was new, up to date, or is PostgreSQL. */
  backup: string | null
  /** True when this call made the first tables. */
  created: boolean
}

/**
 * Brings the database up to this version: each migration in a transaction of its own together with its record, in the
 * table that `prisma migrate deploy` keeps, so that either tool serves the same database. Makes a missing SQLite
 * file. Throws MigrationError for what the person at the keyboard must decide.
 */
export async function migrate(databaseUrl: string, migrationsRoot?: string): Promise<MigrationReport> {
  const provider = providerOf(databaseUrl)
  const known = knownMigrations(provider, migrationsRoot)
  const session = provider === 'sqlite' ? sqliteSession(databaseUrl) : await postgresqlSession(databaseUrl)
  const report: MigrationReport = { applied: [], backup: null, created: false }
  try {
    const before = await session.applied()
    report.created = before.length === 0
    if (before.length && pendingMigrations(known, before).length && provider === 'sqlite') {
      report.backup = await copyBeforeChange(databaseUrl, before)
    }
    for (;;) {
      const name = await applyNext(session, known)
      if (!name) return report
      report.applied.push(name)
    }
  } finally {
    await session.close()
  }
}

async function applyNext(session: Session, known: Migration[]): Promise<string | undefined> {
  await session.begin()
  try {
    // Asked again under the lock: another process may have applied it while this one waited.
    const [next] = pendingMigrations(known, await session.applied())
    if (next) await session.script(`${next.sql};\n${recordOf(next)}`)
    await session.commit()
    return next?.name
  } catch (error) {
    await session.rollback()
    throw error
  }
}

const recordOf = ({ name, checksum }: Migration) =>
  `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at", "applied_steps_count")
   VALUES ('${randomUUID()}', '${checksum}', '${name}', current_timestamp, 1)`

const RECORDS_SQLITE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME, "migration_name" TEXT NOT NULL,
  "logs" TEXT, "rolled_back_at" DATETIME, "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0)`
const RECORDS_POSTGRESQL = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`
const READ_RECORDS = `SELECT "migration_name" AS name, "checksum" AS checksum, "finished_at" IS NOT NULL AS finished
  FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL`

const fileOf = (databaseUrl: string) => databaseUrl.replace(/^file:/, '')

function sqliteSession(databaseUrl: string): Session {
  mkdirSync(dirname(fileOf(databaseUrl)), { recursive: true })
  const db = new BetterSqlite3(fileOf(databaseUrl), { timeout: 0 })
  // Migrations rebuild tables; the references are checked once at the end of each instead.
  db.pragma('foreign_keys = OFF')
  let isChanged = false
  return {
    async begin() {
      await retryBusy(() => db.exec('BEGIN IMMEDIATE'))
      db.exec(RECORDS_SQLITE)
    },
    async script(sql) {
      isChanged = true
      db.exec(sql)
    },
    async commit() {
      // Seconds on a large site, so not at every start.
      if (isChanged && (db.pragma('foreign_key_check') as unknown[]).length) {
        throw new MigrationError('A migration would leave rows that refer to nothing.')
      }
      // A reader of a file that keeps no log yet holds this up for a moment.
      await retryBusy(() => db.exec('COMMIT'))
      isChanged = false
    },
    async rollback() {
      if (db.inTransaction) db.exec('ROLLBACK')
    },
    async applied() {
      // Even reading may find the file busy: after a crash whoever comes first puts its log in order.
      const rows = await retryBusy(() => {
        const exists = db.prepare(`SELECT 1 FROM sqlite_master WHERE name = '_prisma_migrations'`).get()
        return exists ? (db.prepare(READ_RECORDS).all() as AppliedMigration[]) : []
      })
      return rows.map((row) => ({ ...row, finished: Boolean(row.finished) }))
    },
    async close() {
      db.close()
    },
  }
}

// Any number that nothing else on the server locks.
const ADVISORY_LOCK = 7_205_113_901

async function postgresqlSession(databaseUrl: string): Promise<Session> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  return {
    async begin() {
      await client.query('BEGIN')
      await client.query(`SELECT pg_advisory_xact_lock(${ADVISORY_LOCK})`)
      await client.query(RECORDS_POSTGRESQL)
    },
    async script(sql) {
      await client.query(sql)
    },
    async commit() {
      await client.query('COMMIT')
    },
    async rollback() {
      await client.query('ROLLBACK')
    },
    async applied() {
      const { rows } = await client.query(`SELECT to_regclass('"_prisma_migrations"') AS found`)
      return rows[0]?.found ? (await client.query<AppliedMigration>(READ_RECORDS)).rows : []
    },
    async close() {
      await client.end()
    },
  }
}

/** Another process that migrates may need long; a reader's write would not wait so. */
const LOCK_LIMIT_MS = 120_000

async function retryBusy<T>(work: () => T): Promise<T> {
  const givesUpAt = performance.now() + LOCK_LIMIT_MS
  for (;;) {
    try {
      return work()
    } catch (error) {
      const busy = error instanceof BetterSqlite3.SqliteError && error.code.startsWith('SQLITE_BUSY')
      if (!busy || performance.now() > givesUpAt) throw error
    }
    await sleep(50)
  }
}

/** Copies the file beside itself into backups/, named after its last migration. Returns the copy's path. */
async function copyBeforeChange(databaseUrl: string, applied: AppliedMigration[]): Promise<string> {
  const file = fileOf(databaseUrl)
  const dir = join(dirname(file), 'backups')
  mkdirSync(dir, { recursive: true })
  const last = applied
    .map(({ name }) => name)
    .sort()
    .at(-1)
  const copy = join(dir, `before-update-from-${last}.db`)
  const db = new BetterSqlite3(file, { readonly: true })
  try {
    await db.backup(`${copy}.part`)
  } finally {
    db.close()
  }
  renameSync(`${copy}.part`, copy)
  return copy
}
