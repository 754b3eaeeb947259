import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sizedOf } from '@/lib/media/sizes'
import type { ChosenStorage } from '@/lib/storage/chosen'
import { filePath } from './addresses'

/** The files of the media library that an archive brought: those below its folder on the disk, and what lies elsewhere. */
export class MediaFiles {
  readonly #root: string
  readonly #isThere: boolean
  /** By path; asked for one by one they would take hours. */
  readonly #elsewhere: Map<string, Date>

  constructor(root: string, elsewhere = new Map<string, Date>()) {
    this.#root = root
    this.#isThere = existsSync(root)
    this.#elsewhere = elsewhere
  }

  /** When the file came here; null while it is not here. `path` as addresses have it, decoded or not. */
  storedAt(path: string): Date | null {
    const sound = filePath(path.replace(/[?#].*$/, ''))
    if (sound === null) return null
    // A size is made of the whole when somebody asks for it (lib/media/sized-pictures.ts).
    for (const one of [sound, ...(sizedOf(sound)?.originals ?? [])]) {
      const found = this.#isThere ? statSync(join(this.#root, one), { throwIfNoEntry: false }) : undefined
      if (found?.isFile()) return new Date(Math.floor(found.mtimeMs))
      const elsewhere = this.#elsewhere.get(one)
      if (elsewhere) return elsewhere
    }
    return null
  }

  /** One has come. */
  note(path: string, at: Date): void {
    this.#elsewhere.set(path, at)
  }

  /** Those of these addresses whose files are here. */
  among(paths: readonly string[]): ReadonlySet<string> {
    return new Set(paths.filter((path) => this.storedAt(path) !== null))
  }
}

/** `replaced`: of what is at another address by now, which readers are led to. */
export async function openMediaFiles(
  { disk, elsewhere }: ChosenStorage,
  replaced: readonly { path: string; since: Date }[] = [],
): Promise<MediaFiles> {
  const known = new Map(replaced.map(({ path, since }) => [path, since]))
  if (elsewhere) for await (const { path, changedAt } of elsewhere.list('wp-content/')) known.set(`/${path}`, changedAt)
  return new MediaFiles(disk.root, known)
}
