import { existsSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { knownMigrations } from '@/lib/database/migrations'
import { providerOf } from '@/lib/database/provider'
import { copySafely, describeFile, listFiles, toDisk } from './files'
import { BackupError, databaseName, MANIFEST, type Manifest, MEDIA, SECRET } from './manifest'
import { dumpPostgresql } from './postgresql'
import { dumpSqlite } from './sqlite'

/** A site's database and the folder of its files. */
export type Place = { databaseUrl: string; dataDir: string }

/**
 * Copies the database, the media and the secret into a new folder, while the site runs. The folder gets its name when all
 * is in it and on the disk: one that was interrupted is called `….partial`. Throws BackupError.
 */
export async function backUp({ databaseUrl, dataDir }: Place, folder: string, now: Date): Promise<Manifest> {
  const target = resolve(folder)
  const partial = `${target}.partial`
  if (existsSync(target)) throw new BackupError(`${target} is there already. A backup is never written over.`)
  await rm(partial, { recursive: true, force: true })
  // Readers' addresses and the site's secret are in it.
  await mkdir(partial, { recursive: true, mode: 0o700 })
  const provider = providerOf(databaseUrl)
  const dump = provider === 'sqlite' ? dumpSqlite : dumpPostgresql
  await dump(databaseUrl, join(partial, databaseName(provider)))
  // After the database: every file that it names is there by now.
  for (const path of await listFiles(join(dataDir, MEDIA)))
    await copySafely(join(dataDir, MEDIA, path), join(partial, MEDIA, path))
  if (existsSync(join(dataDir, SECRET))) await copySafely(join(dataDir, SECRET), join(partial, SECRET))
  const files = []
  for (const path of await listFiles(partial)) files.push(await describeFile(partial, path))
  const migrations = knownMigrations(provider).map(({ name }) => name)
  const manifest: Manifest = { format: 1, createdAt: now.toISOString(), provider, migrations, files }
  await writeFile(join(partial, MANIFEST), `${JSON.stringify(manifest, null, 1)}\n`)
  await toDisk(join(partial, MANIFEST))
  await rename(partial, target)
  await toDisk(dirname(target))
  return manifest
}
