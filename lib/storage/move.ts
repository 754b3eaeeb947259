import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Listed, type Storage, StorageAway } from './storage'

export type MoveTask = {
  from: Storage
  to: Storage
  /** Of this machine, for what is on its way. */
  folder: string
  /** Where both have a file of one name and the two differ, the one that is moved is what readers get. */
  mayReplace: boolean
  atOnce: number
  /** Of milliseconds, before a storage that is away is asked again. */
  pauses?: readonly number[]
  progress(report: MoveReport): void
}

export type MoveReport = {
  /** Were not there, and are now. */
  copied: number
  /** Were there already. */
  alike: number
  bytes: number
  removed: number
  faults: { path: string; why: MoveFault }[]
}

export type MoveFault =
  | 'what came back is not what was sent'
  | 'both places have a file of this name, and the two differ'
  | 'the two copies differ, so the old one stays'
  | 'it is listed and cannot be read'

const TRIES = 2

const emptyReport = (): MoveReport => ({ copied: 0, alike: 0, bytes: 0, removed: 0, faults: [] })

/**
 * Copies all files from one storage to the other. Of each, every byte is read back from where it was put and held against what
 * was read from where it was; so is what an earlier run has put there. Nothing is removed. Throws StorageAway.
 */
export async function copyFiles(task: MoveTask): Promise<MoveReport> {
  const report = emptyReport()
  await withEach(task, report, ({ path }) => copyOne(task, path, report))
  return report
}

/** The same for what has come since to where it no longer belongs. */
export async function copyLate(task: MoveTask): Promise<MoveReport> {
  const report = emptyReport()
  await withEach(task, report, async ({ path }) => {
    if (!(await task.to.stat(path))) await copyOne(task, path, report)
  })
  return report
}

/** Removes from the one storage what the other has too, byte for byte: each is compared once more before it goes. */
export async function removeCopied(task: MoveTask): Promise<MoveReport> {
  const report = emptyReport()
  await withEach(task, report, async ({ path }) => {
    const [old, kept] = [await digestOf(task.from, path), await digestOf(task.to, path)]
    if (!old) return
    if (old.sha256 !== kept?.sha256) {
      report.faults.push({ path, why: 'the two copies differ, so the old one stays' })
      return
    }
    await task.from.remove(path)
    report.removed++
    report.bytes += old.bytes
  })
  return report
}

async function copyOne(task: MoveTask, path: string, report: MoveReport): Promise<void> {
  const { from, to, folder, mayReplace } = task
  const source = await digestOf(from, path)
  if (!source) {
    // Removed meanwhile; or it has a name that was not read as it is.
    if (await isListed(from, path)) report.faults.push({ path, why: 'it is listed and cannot be read' })
    return
  }
  const there = await digestOf(to, path)
  if (there?.sha256 === source.sha256) {
    report.alike++
    report.bytes += source.bytes
    return
  }
  if (there && !mayReplace) {
    report.faults.push({ path, why: 'both places have a file of this name, and the two differ' })
    return
  }
  for (let tried = 1; tried <= TRIES; tried++) {
    const file = await from.toFile(path, folder)
    if (!file) return
    await to.put(path, file)
    if ((await digestOf(to, path))?.sha256 === source.sha256) {
      report.copied++
      report.bytes += source.bytes
      return
    }
  }
  await to.remove(path)
  report.faults.push({ path, why: 'what came back is not what was sent' })
}

async function isListed(storage: Storage, path: string): Promise<boolean> {
  for await (const one of storage.list(path)) if (one.path === path) return true
  return false
}

/** Every byte of a file, read anew. */
export async function digestOf(storage: Storage, path: string): Promise<{ sha256: string; bytes: number } | null> {
  const found = await storage.read(path)
  if (!found) return null
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of found.body) {
    hash.update(chunk)
    bytes += chunk.length
  }
  // What broke off without a word is no file.
  if (bytes !== found.stored.bytes) throw new StorageAway(`${path} broke off after ${bytes} bytes`)
  return { sha256: hash.digest('hex'), bytes }
}

const PAUSES_MS = [1_000, 4_000, 15_000]

/** A few at once, as the storage lists them: nobody holds the list of all. */
async function withEach(
  { from, atOnce, progress, pauses = PAUSES_MS }: MoveTask,
  report: MoveReport,
  work: (file: Listed) => Promise<void>,
): Promise<void> {
  const listed = from.list('')[Symbol.asyncIterator]()
  const worker = async () => {
    for (let next = await listed.next(); !next.done; next = await listed.next()) {
      const file = next.value
      await patiently(pauses, () => work(file))
      progress(report)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

/** A storage that is away for a moment ends nothing that takes hours. */
async function patiently(pauses: readonly number[], work: () => Promise<void>): Promise<void> {
  for (const pause of pauses) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof StorageAway)) throw error
      await sleep(pause)
    }
  }
  await work()
}
