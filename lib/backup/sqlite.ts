import { existsSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import BetterSqlite3 from 'better-sqlite3'
import { copySafely, toDisk } from './files'
import { BackupError } from './manifest'

const fileOf = (databaseUrl: string) => databaseUrl.slice('file:'.length)

/** All pages in one step: in several, a site that writes meanwhile would make it begin again and again. */
const ALL_PAGES = 2 ** 30

/** Copies the database as it is at one moment, while the site writes on, into one file that was read through once. */
export async function dumpSqlite(databaseUrl: string, to: string): Promise<void> {
  const file = fileOf(databaseUrl)
  if (!existsSync(file)) throw new BackupError(`There is no database at ${file}.`)
  const db = new BetterSqlite3(file, { readonly: true })
  try {
    await db.backup(to, { progress: () => ALL_PAGES })
  } finally {
    db.close()
  }
  const copy = new BetterSqlite3(to)
  try {
    copy.pragma('journal_mode = DELETE')
    forgetSalt(copy)
    const said = copy.pragma('integrity_check', { simple: true })
    if (said !== 'ok') throw new BackupError(`The database is damaged: ${said}`)
  } finally {
    copy.close()
  }
  await toDisk(to)
}

/** What today's readers are known by has no place in a file that is kept (docs/decisions/025). */
function forgetSalt(copy: BetterSqlite3.Database): void {
  copy.pragma('secure_delete = ON')
  const isThere = copy.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'ReaderSalt'`).get()
  if (isThere) copy.exec('DELETE FROM "ReaderSalt"')
}

/** Names of the tables that have rows; none where there is no database. */
export function sqliteTablesInUse(databaseUrl: string): string[] {
  const file = fileOf(databaseUrl)
  if (!existsSync(file)) return []
  const db = new BetterSqlite3(file, { readonly: true })
  try {
    const tables = db.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).pluck().all().map(String)
    return tables.filter((name) => db.prepare(`SELECT 1 FROM "${name}" LIMIT 1`).get() !== undefined)
  } finally {
    db.close()
  }
}

/** Puts the database of a backup where the site's is. Nobody may have that open: they would go on with what is gone. */
export async function loadSqlite(from: string, databaseUrl: string): Promise<void> {
  const file = fileOf(databaseUrl)
  await copySafely(from, `${file}.restoring`)
  if (existsSync(file)) closeForGood(file)
  await rename(`${file}.restoring`, file)
}

/** Leaves the old database without a log of its own beside it, which can only be done where nobody else has it open. */
function closeForGood(file: string): void {
  const db = new BetterSqlite3(file, { timeout: 0 })
  try {
    db.pragma('journal_mode = DELETE')
  } catch (error) {
    const isBusy = error instanceof BetterSqlite3.SqliteError && error.code.startsWith('SQLITE_BUSY')
    throw isBusy ? new BackupError('Something has this database open. Stop the site first.') : error
  } finally {
    db.close()
  }
}
