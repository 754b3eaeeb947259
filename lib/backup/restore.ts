import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { knownMigrations } from '@/lib/database/migrations'
import { providerOf } from '@/lib/database/provider'
import { openDatabase } from '@/lib/db'
import { STORAGE_KEY } from '@/lib/storage/settings'
import { backUp, type Place } from './backup'
import { copySafely, describeFile, listFiles } from './files'
import {
  BackupError,
  type BackupFile,
  databaseName,
  faultsOf,
  MANIFEST,
  type Manifest,
  MEDIA,
  manifestSchema,
  SECRET,
} from './manifest'
import { loadPostgresql, postgresqlTablesInUse } from './postgresql'
import { loadSqlite, sqliteTablesInUse } from './sqlite'

export type Restored = {
  manifest: Manifest
  /** A backup of what was there before; null: there was nothing. */
  keptAside: string | null
  /** Its files lay with S3, and are on the disk now. */
  wasElsewhere: boolean
}

/** Tables that an empty site has rows in. */
const OF_EVERY_SITE =
  /^(_prisma_migrations|Setting|Invalidation|Job|sqlite_|SearchDocument|SearchEntry|NewsroomDocument|NewsroomEntry)/

/**
 * Brings a site back to what a backup holds. The backup is read through before anything is changed; what is there is only
 * replaced where that was asked for, and kept. Throws BackupError.
 */
export async function restore(place: Place, folder: string, replace: boolean, now: Date): Promise<Restored> {
  const source = resolve(folder)
  const manifest = await readBackup(source)
  const provider = providerOf(place.databaseUrl)
  if (manifest.provider !== provider)
    throw new BackupError(`The backup is of a ${manifest.provider} database, and this site has ${provider}.`)
  const known = new Set(knownMigrations(provider).map(({ name }) => name))
  const unknown = manifest.migrations.find((name) => !known.has(name))
  if (unknown) throw new BackupError(`The backup was made by a newer Broadsheet (it has the migration ${unknown}).`)
  const inUse = await findInUse(place, provider)
  if (inUse.length && !replace)
    throw new BackupError(`The site is not empty (${inUse.join(', ')}). --replace replaces it and keeps it aside.`)
  const keptAside = inUse.length ? await keepAside(place, now) : null
  await mkdir(place.dataDir, { recursive: true })
  const stagedMedia = await stageMedia(source, place, manifest)
  const load = provider === 'sqlite' ? loadSqlite : loadPostgresql
  if (provider === 'sqlite') await mkdir(dirname(place.databaseUrl.slice('file:'.length)), { recursive: true })
  await load(join(source, databaseName(provider)), place.databaseUrl)
  await putMedia(stagedMedia, place)
  if (manifest.files.some(({ path }) => path === SECRET))
    await copySafely(join(source, SECRET), join(place.dataDir, SECRET))
  return { manifest, keptAside, wasElsewhere: await stayOnDisk(place.databaseUrl) }
}

/** What the backup says it holds, once all of it has been read and found so. */
async function readBackup(source: string): Promise<Manifest> {
  const text = await readFile(join(source, MANIFEST), 'utf8').catch(() => null)
  if (text === null) throw new BackupError(`There is no backup at ${source} (${MANIFEST} is missing).`)
  const manifest = manifestSchema.safeParse(parse(text))
  if (!manifest.success) throw new BackupError(`${join(source, MANIFEST)} is not of a backup that this version reads.`)
  const found = new Map<string, BackupFile>()
  for (const { path } of manifest.data.files)
    if (existsSync(join(source, path))) found.set(path, await describeFile(source, path))
  const faults = faultsOf(manifest.data.files, found)
  if (!manifest.data.files.some(({ path }) => path === databaseName(manifest.data.provider)))
    faults.push('it has no database')
  if (faults.length) throw new BackupError(`The backup is damaged: ${faults.slice(0, 5).join('; ')}.`)
  return manifest.data
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** All files of the backup are on the disk now, wherever they lay: nothing that lies elsewhere is one of the site's. */
async function stayOnDisk(databaseUrl: string): Promise<boolean> {
  const db = await openDatabase(databaseUrl)
  try {
    return (await db.setting.deleteMany({ where: { key: STORAGE_KEY } })).count > 0
  } finally {
    await db.$disconnect()
  }
}

async function findInUse({ databaseUrl, dataDir }: Place, provider: Manifest['provider']): Promise<string[]> {
  const tables = await (provider === 'sqlite' ? sqliteTablesInUse(databaseUrl) : postgresqlTablesInUse(databaseUrl))
  const media = await listFiles(join(dataDir, MEDIA))
  return [...tables.filter((name) => !OF_EVERY_SITE.test(name)), ...(media.length ? [MEDIA] : [])]
}

async function keepAside(place: Place, now: Date): Promise<string> {
  const aside = join(place.dataDir, 'backups', `before-restore-${now.toISOString().replace(/\D/g, '')}`)
  await mkdir(dirname(aside), { recursive: true })
  await backUp(place, aside, now)
  return aside
}

/** Copies the media beside the site's, so that they change places in a moment. */
async function stageMedia(source: string, { dataDir }: Place, { files }: Manifest): Promise<string> {
  const staged = join(dataDir, `${MEDIA}.restoring`)
  await rm(staged, { recursive: true, force: true })
  await mkdir(staged)
  for (const { path } of files)
    if (path.startsWith(`${MEDIA}/`)) await copySafely(join(source, path), join(staged, path.slice(MEDIA.length + 1)))
  return staged
}

async function putMedia(staged: string, { dataDir }: Place): Promise<void> {
  const media = join(dataDir, MEDIA)
  const replaced = `${media}.replaced`
  await rm(replaced, { recursive: true, force: true })
  if (existsSync(media)) await rename(media, replaced)
  await rename(staged, media)
  await rm(replaced, { recursive: true, force: true })
}
