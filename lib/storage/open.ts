import { join } from 'node:path'
import type { Database, Tx } from '@/lib/db'
import { env, type S3Settings } from '@/lib/env'
import { ChosenStorage } from './chosen'
import { DiskStorage } from './disk'
import { S3Storage } from './s3'
import { needsS3, STORAGE_KEY, type StorageSettings, storageSchema } from './settings'
import { type Storage, StorageAway } from './storage'

/** The files of the media library, below the folder of a site's data. */
export const mediaDirOf = (dataDir: string): string => join(dataDir, 'media')

/** Where files lie now, for what is asked rarely: the door holds it with the facts of the site. */
export async function storageOf(db: Database | Tx, dataDir = env().dataDir, s3 = env().s3): Promise<ChosenStorage> {
  return chosenStorage(mediaDirOf(dataDir), await readStorageSettings(db), s3)
}

export async function readStorageSettings(db: Database | Tx): Promise<StorageSettings> {
  const row = await db.setting.findUnique({ where: { key: STORAGE_KEY }, select: { value: true } })
  return storageSchema.parse(row?.value ?? {})
}

export function chosenStorage(mediaDir: string, settings: StorageSettings, s3: S3Settings | null): ChosenStorage {
  const other = s3 ? s3Storage(s3) : null
  const isNeeded = needsS3(settings)
  const copies = settings.s3 === 'copies' ? other : null
  return new ChosenStorage(new DiskStorage(mediaDir), settings.at, isNeeded ? (other ?? NOT_SET) : null, copies)
}

/** One of a process: it remembers that it was away, and keeps its connections. */
export function s3Storage(settings: S3Settings): S3Storage {
  const known = opened
  if (known && JSON.stringify(known.settings) === JSON.stringify(settings)) return known.storage
  const storage = new S3Storage(settings)
  opened = { settings, storage }
  return storage
}

let opened: { settings: S3Settings; storage: S3Storage } | undefined

/** What files need that nobody has said how to reach: nothing says of them that they are not there. */
const refuse = (): never => {
  throw new StorageAway('files lie with S3, and S3_ENDPOINT is not set')
}

const NOT_SET: Storage = {
  stat: async () => refuse(),
  read: async () => refuse(),
  put: async () => refuse(),
  putFolder: async () => refuse(),
  remove: async () => refuse(),
  removeFolder: async () => refuse(),
  toFile: async () => refuse(),
  list: refuse,
  folders: refuse,
}
