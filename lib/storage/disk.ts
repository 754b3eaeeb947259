import { createReadStream } from 'node:fs'
import { access, mkdir, open, readdir, rename, rm, rmdir, stat, unlink, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { toDisk } from '@/lib/backup/files'
import { type Folder, isSoundPath, type Listed, type Range, type Storage, type Stored } from './storage'

/** A folder of this machine. */
export class DiskStorage implements Storage {
  readonly root: string

  constructor(root: string) {
    this.root = root
  }

  async stat(path: string): Promise<Stored | null> {
    if (!isSoundPath(path)) return null
    const found = await stat(join(this.root, path)).catch(notThere)
    return found?.isFile() ? storedOf(found) : null
  }

  async read(path: string, range?: Range) {
    if (!isSoundPath(path)) return null
    const handle = await open(join(this.root, path), 'r').catch(notThere)
    if (!handle) return null
    const found = await handle.stat()
    if (!found.isFile()) return handle.close().then(() => null)
    const part = range && { start: range.from, end: range.to }
    return { stored: storedOf(found), body: createReadStream('', { fd: handle, ...part }) }
  }

  async put(path: string, file: string): Promise<void> {
    const kept = this.#place(path)
    await toDisk(file)
    // Where its folder was just removed, because it was empty.
    await this.#move(file, kept).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
      return this.#move(file, kept)
    })
    await toDisk(dirname(kept))
  }

  async #move(file: string, kept: string): Promise<void> {
    await mkdir(dirname(kept), { recursive: true })
    await rename(file, kept)
  }

  /**
   * All at once or not at all. A folder that is there already was made of the same upload and stays; what it has lost is put
   * back.
   */
  async putFolder(folder: string, made: string): Promise<void> {
    const kept = this.#place(folder)
    await mkdir(this.root, { recursive: true })
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
    await toDisk(this.root)
  }

  async remove(path: string): Promise<void> {
    const file = this.#place(path)
    await unlink(file).catch(notThere)
    // Where it was the last of its folder.
    await rmdir(dirname(file)).catch(() => undefined)
  }

  removeFolder(folder: string): Promise<void> {
    return rm(this.#place(folder), { recursive: true, force: true })
  }

  list(prefix: string): AsyncIterable<Listed> {
    return this.#below(prefix.slice(0, prefix.lastIndexOf('/') + 1), prefix)
  }

  async *#below(folder: string, prefix: string): AsyncGenerator<Listed> {
    const entries = await readdir(join(this.root, folder), { withFileTypes: true }).catch(notThere)
    for (const entry of (entries ?? []).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = folder + entry.name
      if (!path.startsWith(prefix)) continue
      if (entry.isDirectory()) yield* this.#below(`${path}/`, prefix)
      if (!entry.isFile()) continue
      const found = await stat(join(this.root, path)).catch(notThere)
      if (found) yield { path, bytes: found.size, changedAt: found.mtime }
    }
  }

  /** True where there is any file at all. */
  async hasFiles(): Promise<boolean> {
    for await (const _ of this.list('')) return true
    return false
  }

  async *folders(prefix: string): AsyncGenerator<Folder> {
    for (const name of (await readdir(this.root).catch(notThere)) ?? []) {
      const found = name.startsWith(prefix) && (await stat(join(this.root, name)).catch(notThere))
      if (found !== false && found?.isDirectory()) yield { name, changedAt: found.mtime }
    }
  }

  async toFile(path: string): Promise<string | null> {
    return (await this.stat(path)) && join(this.root, path)
  }

  #place(path: string): string {
    if (!isSoundPath(path)) throw new Error(`a file cannot be called ${JSON.stringify(path)}`)
    return join(this.root, path)
  }
}

const storedOf = ({ size, mtime }: { size: number; mtime: Date }): Stored => ({
  bytes: size,
  changedAt: mtime,
  etag: `W/"${size.toString(16)}-${mtime.getTime().toString(16)}"`,
})

const NOT_THERE = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'EISDIR'])

function notThere(error: NodeJS.ErrnoException): null {
  if (NOT_THERE.has(error.code ?? '')) return null
  throw error
}

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  )
