import { readdir, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Database } from '@/lib/db'
import { env } from '@/lib/env'
import { socialPath } from '@/lib/social-images/address'
import { isNamed } from '@/lib/social-images/mutations'
import { storageOf } from '@/lib/storage/open'
import type { Storage } from '@/lib/storage/storage'
import { filePath, UPLOADS } from '@/lib/wordpress/addresses'
import { pictureAt } from './address'
import { sizedOf } from './sizes'
import { placeOf } from './store'

/**
 * Removes the files of something that was taken out of the library, and nothing else's: not where the same file has come again
 * meanwhile, or is coming at this moment.
 */
export async function forgetFiles(
  db: Database,
  { path, since }: { path: string; since: number },
  dataDir = env().dataDir,
): Promise<void> {
  const storage = await storageOf(db, dataDir)
  const key = pictureAt(path)?.key
  if (key) {
    const again = await db.media.findFirst({ where: { hash: { gte: key, lt: `${key}g` } }, select: { id: true } })
    if (again || (await isNamed(db, socialPath(key)))) return
    for await (const { changedAt } of storage.folders(key)) if (changedAt.getTime() > since) return
    return storage.removeFolder(key)
  }
  if (filePath(path) !== path || !path.startsWith(UPLOADS)) return
  const again = await db.media.findUnique({ where: { path }, select: { id: true } })
  if (again) return
  await storage.remove(placeOf(path))
  await forgetSizes(db, storage, dataDir, path)
}

/** The sizes of a picture of an archive: those that came along with it, unless they are files of their own, and those made here. */
async function forgetSizes(db: Database, storage: Storage, dataDir: string, path: string): Promise<void> {
  const folder = dirname(path)
  const sizes: string[] = []
  for await (const one of storage.list(stemOf(placeOf(path))))
    if (sizedOf(`/${one.path}`)?.originals.includes(path)) sizes.push(`/${one.path}`)
  const own = await db.media.findMany({ where: { path: { in: sizes } }, select: { path: true } })
  const kept = new Set(own.map((row) => row.path))
  for (const one of sizes) if (!kept.has(one)) await storage.remove(placeOf(one))
  const made = await readdir(join(dataDir, 'sizes', folder)).catch(() => [] as string[])
  for (const name of made) {
    if (name.startsWith(`${basename(path)}-`)) await rm(join(dataDir, 'sizes', folder, name), { force: true })
  }
}

/** What the names of all its sizes begin with. */
const stemOf = (path: string): string => path.replace(/(?:-scaled)?\.[^./]+$/, '')
