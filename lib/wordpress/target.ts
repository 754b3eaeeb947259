import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beginChain } from '@/lib/audit/chain-mutations'
import { commitLightly } from '@/lib/database/fill-fast'
import { migrate } from '@/lib/database/migrator'
import { providerOf } from '@/lib/database/provider'
import { type Database, openDatabase } from '@/lib/db'
import { readDemoNewsroom } from '@/lib/demo/newsroom'
import { demoState, removeDemo } from '@/lib/demo/remove'
import { ImportRefusal } from './refusal'
import type { ImportReport } from './report'

/** The database that an import goes into, or would go into. */
export type Target = { db: Database; close(): Promise<void> }

/**
 * Opens the database to write into: made and migrated where it is missing or old. The demo newsroom goes if nobody has
 * changed it.
 */
export async function openTarget(databaseUrl: string, report: ImportReport): Promise<Target> {
  const { applied, backup, created } = await migrate(databaseUrl)
  if (backup) report.fact(`The database was copied to ${backup} before it was brought up to date.`)
  if (created && applied.length) report.fact('A new database was made.')
  const db = await openDatabase(databaseUrl)
  await commitLightly(db)
  await beginChain(db, new Date())
  const state = await demoState(db)
  if (state === 'untouched') {
    await removeDemo(db, readDemoNewsroom())
    report.fact('The demo newsroom, which nobody had changed, was removed.')
  }
  if (state === 'changed') report.fact(CHANGED_DEMO)
  return { db, close: () => db.$disconnect() }
}

const CHANGED_DEMO =
  'The demo newsroom was changed since it was loaded, so it stays; “npm run demo -- remove” takes it out.'

/** Opens a database to read what is there, and writes to it in no case; an empty one of its own where there is none. */
export async function openForReading(databaseUrl: string, report: ImportReport): Promise<Target> {
  if (providerOf(databaseUrl) === 'sqlite' && !existsSync(databaseUrl.replace(/^file:/, ''))) {
    report.fact('A new database would be made.')
    return openEmpty()
  }
  const db = await openDatabase(databaseUrl)
  const state = await demoState(db).catch(async (error: unknown) => {
    await db.$disconnect()
    // A table or a column that this version expects is not there.
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code !== 'P2021' && code !== 'P2022') throw error
    throw new ImportRefusal(
      'The database is older than this version; an import, or npm start, brings it up to date first.',
    )
  })
  if (state === 'changed') report.fact(CHANGED_DEMO)
  if (state !== 'untouched') return { db, close: () => db.$disconnect() }
  await db.$disconnect()
  report.fact('The demo newsroom, which nobody has changed, would be removed.')
  return openEmpty()
}

async function openEmpty(): Promise<Target> {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-dry-run-'))
  const url = `file:${join(folder, 'empty.db')}`
  await migrate(url)
  const db = await openDatabase(url)
  return {
    db,
    async close() {
      await db.$disconnect()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
