import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sizedOf } from '@/lib/media/sizes'
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
    if (sound === null) return null
    // A size is made of the whole when somebody asks for it (lib/media/sized-pictures.ts).
    for (const one of [sound, ...(sizedOf(sound)?.originals ?? [])]) {
      const found = statSync(join(this.#root, one), { throwIfNoEntry: false })
      if (found?.isFile()) return new Date(Math.floor(found.mtimeMs))
    }
    return null
  }

  /** Those of these addresses whose files are here. */
  among(paths: readonly string[]): ReadonlySet<string> {
    return new Set(paths.filter((path) => this.storedAt(path) !== null))
  }
}
