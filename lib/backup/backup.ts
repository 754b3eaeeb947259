import { existsSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { knownMigrations } from '@/lib/database/migrations'
import { providerOf } from '@/lib/database/provider'
import { openDatabase } from '@/lib/db'
import type { S3Settings } from '@/lib/env'
import { storageOf } from '@/lib/storage/open'
import { copySafely, describeFile, listFiles, toDisk } from './files'
import { BackupError, databaseName, MANIFEST, type Manifest, MEDIA, SECRET } from './manifest'
import { dumpPostgresql } from './postgresql'
import { dumpSqlite } from './sqlite'

/** A site's database and the folder of its files; where some may lie with S3, how that is reached. */
export type Place = { databaseUrl: string; dataDir: string; s3?: S3Settings | null }

/**
 * Copies the database, the media and the secret into a new folder, while the site runs. The folder gets its name when all
 * is in it and on the disk: one that was interrupted is called `….partial`. Throws BackupError.
 */
export async function backUp(place: Place, folder: string, now: Date): Promise<Manifest> {
  const { databaseUrl, dataDir } = place
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
  await copyMedia(place, join(partial, MEDIA))
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

/** Wherever the files lie: a backup has all of them. Throws StorageAway. */
async function copyMedia({ databaseUrl, dataDir, s3 = null }: Place, to: string): Promise<void> {
  const db = await openDatabase(databaseUrl)
  const storage = await storageOf(db, dataDir, s3).finally(() => db.$disconnect())
  const passing = `${to}.passing`
  await mkdir(passing, { recursive: true })
  for await (const { path } of storage.list('')) {
    const file = await storage.toFile(path, passing)
    // Removed meanwhile.
    if (!file) continue
    await copySafely(file, join(to, path))
    if (dirname(file) === passing) await rm(file)
  }
  await rm(passing, { recursive: true })
}
