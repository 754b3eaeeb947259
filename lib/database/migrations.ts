import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Provider } from './provider'

export type Migration = { name: string; sql: string; checksum: string }
/** A row of _prisma_migrations. */
export type AppliedMigration = { name: string; checksum: string; finished: boolean }

/** Says, for the person who starts the site, why the database cannot be brought up to date. */
export class MigrationError extends Error {
  override name = 'MigrationError'
}

const ROOT = 'prisma/migrations'

/** The migrations that this version of the program knows, oldest first. */
export function knownMigrations(provider: Provider, root = ROOT): Migration[] {
  const dir = join(root, provider)
  const names = readdirSync(dir, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return names
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(dir, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

/** What is still to be applied, oldest first. Throws MigrationError where the two histories do not fit together. */
export function pendingMigrations(known: Migration[], applied: AppliedMigration[]): Migration[] {
  const knownByName = new Map(known.map((migration) => [migration.name, migration]))
  for (const { name, checksum, finished } of applied) {
    const migration = knownByName.get(name)
    if (!migration) {
      throw new MigrationError(
        `This database was made by a newer Broadsheet (it has the migration ${name}, which this version does not know). ` +
          'Update the program, or open the copy that was kept before the update.',
      )
    }
    if (!finished) throw new MigrationError(`The migration ${name} began on this database and never ended.`)
    if (migration.checksum !== checksum) {
      throw new MigrationError(`The migration ${name} was changed after it had been applied to this database.`)
    }
  }
  const done = new Set(applied.map(({ name }) => name))
  return known.filter(({ name }) => !done.has(name))
}
