import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { filePath } from './addresses'

/** The files of the media library: DATA_DIR/media and a file's own path. */
export class MediaFiles {
  readonly #root: string
  readonly #isThere: boolean

  constructor(dataDir: string) {
    this.#root = join(dataDir, 'media')
    this.#isThere = existsSync(this.#root)
  }

  /** When the file came here; null while it is not here. `path` as addresses have it, decoded or not. */
  storedAt(path: string): Date | null {
    if (!this.#isThere) return null
    const sound = filePath(path.replace(/[?#].*$/, ''))
    const found = sound === null ? undefined : statSync(join(this.#root, sound), { throwIfNoEntry: false })
    return found?.isFile() ? new Date(Math.floor(found.mtimeMs)) : null
  }
}
