import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Storage } from '@/lib/storage/storage'

/** Where what comes in and is being made waits; no address leads there, and no backup has it. */
const INCOMING = 'incoming'

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

/** Where the storage has what an address leads to. */
export const placeOf = (address: string): string =>
  address.startsWith('/media/') ? address.slice('/media/'.length) : address.replace(/^\/+/, '')

/** Puts one more file, which was made in the folder of an upload, beside those of a picture. */
export const keepFile = (storage: Storage, folder: string, name: string, key: string): Promise<void> =>
  storage.put(`${key}/${name}`, join(folder, 'made', name))

/** True where all of these files are in the library: its folder may have been lost, or come back without some of them. */
export async function areKept(storage: Storage, addresses: readonly string[]): Promise<boolean> {
  const found = await Promise.all(addresses.map((address) => storage.stat(placeOf(address))))
  return found.every(Boolean)
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Removes what was interrupted long ago. */
export async function forgetIncoming(dataDir: string, now: Date): Promise<number> {
  const incoming = join(dataDir, INCOMING)
  let removed = 0
  for (const name of await readdir(incoming).catch(() => [] as string[])) {
    const found = await stat(join(incoming, name)).catch(() => null)
    if (!found || found.mtimeMs > now.getTime() - HOUR_MS) continue
    await rm(join(incoming, name), { recursive: true, force: true })
    removed++
  }
  return removed
}

/**
 * Removes finished files that no row of the library speaks of: their upload ended between the two. Asked every day, and of
 * those of the last week alone: a library has many.
 */
export async function forgetUnrecorded(
  storage: Storage,
  now: Date,
  isRecorded: (key: string) => Promise<boolean>,
): Promise<number> {
  const [from, to] = [now.getTime() - 7 * DAY_MS, now.getTime() - DAY_MS]
  let removed = 0
  for await (const { name, changedAt } of storage.folders('')) {
    const isOld = changedAt.getTime() <= to && changedAt.getTime() >= from
    if (!isOld || !/^[0-9a-f]{32}$/.test(name) || (await isRecorded(name))) continue
    await storage.removeFolder(name)
    removed++
  }
  return removed
}
