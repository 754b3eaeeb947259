import { DiskStorage } from './disk'
import type { StoragePlace } from './settings'
import type { Folder, Listed, Range, Storage } from './storage'

/**
 * The disk, and what may lie elsewhere beside it. The disk is looked at first, because that costs nothing: a file that has not
 * been moved yet is found wherever new ones go. So what is put elsewhere leaves no older file of its name on the disk, and what
 * is removed is removed everywhere.
 */
export class ChosenStorage implements Storage {
  readonly disk: DiskStorage
  /** Where files may lie that the disk has not. */
  readonly elsewhere: Storage | null
  readonly #at: StoragePlace
  /** Where nothing is but what the disk has too. */
  readonly #copies: Storage | null

  constructor(disk: DiskStorage, at: StoragePlace, elsewhere: Storage | null, copies: Storage | null) {
    this.disk = disk
    this.elsewhere = elsewhere
    this.#at = at
    this.#copies = copies
  }

  async stat(path: string) {
    return (await this.disk.stat(path)) ?? (await this.elsewhere?.stat(path)) ?? null
  }

  async read(path: string, range?: Range) {
    return (await this.disk.read(path, range)) ?? (await this.elsewhere?.read(path, range)) ?? null
  }

  async put(path: string, file: string): Promise<void> {
    if (this.#at === 'disk' || !this.elsewhere) return this.disk.put(path, file)
    await this.elsewhere.put(path, file)
    await this.disk.remove(path)
  }

  async putFolder(folder: string, made: string): Promise<void> {
    if (this.#at === 'disk' || !this.elsewhere) return this.disk.putFolder(folder, made)
    await this.elsewhere.putFolder(folder, made)
    for await (const { path } of this.disk.list(`${folder}/`)) {
      if (await this.elsewhere.stat(path)) await this.disk.remove(path)
    }
  }

  /** Elsewhere first: what cannot be reached is removed another time, and until then it is where it was. */
  async remove(path: string): Promise<void> {
    await (this.elsewhere ?? this.#copies)?.remove(path)
    await this.disk.remove(path)
  }

  async removeFolder(folder: string): Promise<void> {
    await (this.elsewhere ?? this.#copies)?.removeFolder(folder)
    await this.disk.removeFolder(folder)
  }

  async *list(prefix: string): AsyncGenerator<Listed> {
    yield* this.disk.list(prefix)
    if (!this.elsewhere) return
    for await (const one of this.elsewhere.list(prefix)) if (!(await this.disk.stat(one.path))) yield one
  }

  /** One that is in both places comes twice. */
  async *folders(prefix: string): AsyncGenerator<Folder> {
    yield* this.disk.folders(prefix)
    if (this.elsewhere) yield* this.elsewhere.folders(prefix)
  }

  async toFile(path: string, folder: string): Promise<string | null> {
    return (await this.disk.toFile(path)) ?? (await this.elsewhere?.toFile(path, folder)) ?? null
  }
}

/** What whoever serves files asks for them: what was chosen may change while it runs. */
export type Places = () => Promise<ChosenStorage>

export const diskAlone = (mediaDir: string): Places => {
  const alone = new ChosenStorage(new DiskStorage(mediaDir), 'disk', null, null)
  return async () => alone
}
