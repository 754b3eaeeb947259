import { randomUUID } from 'node:crypto'
import { access, mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { toDisk } from '@/lib/backup/files'

/** Where what comes in and is being made waits; no address leads there, and no backup has it. */
const INCOMING = 'incoming'
const MEDIA = 'media'

/** A folder for one upload. Whoever made it removes it; what was interrupted is removed by `forgetIncoming`. */
export async function openIncoming(dataDir: string): Promise<string> {
  const folder = join(dataDir, INCOMING, randomUUID())
  await mkdir(join(folder, 'made'), { recursive: true })
  return folder
}

/** The folder of an upload that may come in several parts, with what has come of it; `key`: 32 letters that its sender knows. */
export async function openPart(dataDir: string, key: string): Promise<string> {
  const folder = join(dataDir, INCOMING, `part-${key}`)
  // What was made of it when its process ended in the middle.
  await rm(join(folder, 'made'), { recursive: true, force: true })
  await mkdir(join(folder, 'made'), { recursive: true })
  return folder
}

/** How much has come of an upload that broke off. */
export const sizeOfPart = (dataDir: string, key: string): Promise<number> =>
  stat(join(dataDir, INCOMING, `part-${key}`, 'received')).then(
    ({ size }) => size,
    () => 0,
  )

export const closeIncoming = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true })

/**
 * Puts a folder of finished files, which are on the disk, where the door finds them: all at once or not at all. One that is
 * there already was made of the same upload and stays; what it has lost is put back.
 */
export async function keepFolder(dataDir: string, made: string, key: string): Promise<void> {
  const media = join(dataDir, MEDIA)
  const kept = join(media, key)
  await mkdir(media, { recursive: true })
  await toDisk(made)
  try {
    await rename(made, kept)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error
    for (const name of await readdir(made)) {
      if (!(await isThere(join(kept, name)))) await rename(join(made, name), join(kept, name))
    }
    await toDisk(kept)
    // It counts from now on: nobody takes it for a leftover.
    await utimes(kept, new Date(), new Date())
  }
  await toDisk(media)
}

/** Puts one more file, which is on the disk, beside those of a picture. */
export async function keepFile(dataDir: string, folder: string, name: string, key: string): Promise<void> {
  const kept = join(dataDir, MEDIA, key)
  await rename(join(folder, 'made', name), join(kept, name))
  await toDisk(kept)
}

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  )

/** True where all of these files are in the library: its folder may have been lost, or come back without some of them. */
export async function areKept(dataDir: string, paths: readonly string[]): Promise<boolean> {
  const found = await Promise.all(paths.map((path) => isThere(keptFile(dataDir, path))))
  return found.every(Boolean)
}

/** Removes all files of a key. */
export const forgetFolder = (dataDir: string, key: string): Promise<void> =>
  rm(join(dataDir, MEDIA, key), { recursive: true, force: true })

export const keptFile = (dataDir: string, path: string): string => join(dataDir, path)

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Removes what was interrupted long ago. */
export async function forgetIncoming(dataDir: string, now: Date): Promise<number> {
  const since = { from: 0, to: now.getTime() - HOUR_MS }
  return remove(join(dataDir, INCOMING), /./, since, async () => false)
}

/**
 * Removes finished files that no row of the library speaks of: their upload ended between the two. Asked every day, and of
 * those of the last week alone: a library has many.
 */
export async function forgetUnrecorded(
  dataDir: string,
  now: Date,
  isRecorded: (key: string) => Promise<boolean>,
): Promise<number> {
  const last = { from: now.getTime() - 7 * DAY_MS, to: now.getTime() - DAY_MS }
  return remove(join(dataDir, MEDIA), /^[0-9a-f]{32}$/, last, isRecorded)
}

async function remove(
  folder: string,
  named: RegExp,
  changed: { from: number; to: number },
  isNeeded: (name: string) => Promise<boolean>,
): Promise<number> {
  const names = await readdir(folder).catch(() => [] as string[])
  let removed = 0
  for (const name of names.filter((name) => named.test(name))) {
    const found = await stat(join(folder, name)).catch(() => null)
    if (!found || found.mtimeMs > changed.to || found.mtimeMs < changed.from || (await isNeeded(name))) continue
    await rm(join(folder, name), { recursive: true, force: true })
    removed++
  }
  return removed
}
