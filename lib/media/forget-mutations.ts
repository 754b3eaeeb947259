import { readdir, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Database } from '@/lib/db'
import { env } from '@/lib/env'
import { socialPath } from '@/lib/social-images/address'
import { isNamed } from '@/lib/social-images/mutations'
import { filePath, UPLOADS } from '@/lib/wordpress/addresses'
import { pictureAt } from './address'
import { sizedOf } from './sizes'
import { forgetFolder } from './store'

/**
 * Removes the files of something that was taken out of the library, and nothing else's: not where the same file has come again
 * meanwhile, or is coming at this moment.
 */
export async function forgetFiles(
  db: Database,
  { path, since }: { path: string; since: number },
  dataDir = env().dataDir,
): Promise<void> {
  const key = pictureAt(path)?.key
  if (key) {
    const again = await db.media.findFirst({ where: { hash: { gte: key, lt: `${key}g` } }, select: { id: true } })
    if (again || (await isNamed(db, socialPath(key)))) return
    const found = await stat(join(dataDir, 'media', key)).catch(() => null)
    if (found && found.mtimeMs <= since) await forgetFolder(dataDir, key)
    return
  }
  if (filePath(path) !== path || !path.startsWith(UPLOADS)) return
  const again = await db.media.findUnique({ where: { path }, select: { id: true } })
  if (again) return
  await rm(join(dataDir, 'media', path), { force: true })
  await forgetSizes(db, dataDir, path)
}

/** The sizes of a picture of an archive: those that came along with it, unless they are files of their own, and those made here. */
async function forgetSizes(db: Database, dataDir: string, path: string): Promise<void> {
  const folder = dirname(path)
  const beside = await readdir(join(dataDir, 'media', folder)).catch(() => [] as string[])
  const sizes = beside.map((name) => `${folder}/${name}`).filter((one) => sizedOf(one)?.originals.includes(path))
  const own = await db.media.findMany({ where: { path: { in: sizes } }, select: { path: true } })
  const kept = new Set(own.map((row) => row.path))
  for (const one of sizes) if (!kept.has(one)) await rm(join(dataDir, 'media', one), { force: true })
  const made = await readdir(join(dataDir, 'sizes', folder)).catch(() => [] as string[])
  for (const name of made) {
    if (name.startsWith(`${basename(path)}-`)) await rm(join(dataDir, 'sizes', folder, name), { force: true })
  }
}
