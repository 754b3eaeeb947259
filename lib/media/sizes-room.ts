import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * How much the sizes that were made may take of the disk: their folder lies beside the database, and whoever asks for all sizes
 * of all pictures must not fill it.
 */
export const MOST_SIZES_BYTES = 512 * 1024 * 1024
/** Where the oldest are removed down to, so that there is room again. */
const KEPT_SHARE = 0.8
/** Other processes make some too, and a job removes some. */
const MEASURED_EVERY_MS = 600_000

/** What of the folder of sizes is still free, as far as this process knows. */
export class SizesRoom {
  readonly #dir: string
  readonly #most: number
  #bytes: Promise<number> | null = null
  #measuredAt = 0

  constructor(dir: string, most = MOST_SIZES_BYTES) {
    this.#dir = dir
    this.#most = most
  }

  async isLeft(): Promise<boolean> {
    const now = performance.now()
    if (!this.#bytes || now - this.#measuredAt > MEASURED_EVERY_MS) {
      this.#bytes = filesBelow(this.#dir).then((files) => files.reduce((sum, { bytes }) => sum + bytes, 0))
      this.#measuredAt = now
    }
    return (await this.#bytes) < this.#most
  }

  take(bytes: number): void {
    this.#bytes = (this.#bytes ?? Promise.resolve(0)).then((sum) => sum + bytes)
  }
}

/** Removes the sizes that were made longest ago where there are too many; they are made again for whoever asks. */
export async function forgetOldestSizes(dir: string, most = MOST_SIZES_BYTES): Promise<number> {
  const files = (await filesBelow(dir)).sort((a, b) => a.madeAt - b.madeAt)
  let bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  let removed = 0
  for (const file of files) {
    if (bytes <= most * KEPT_SHARE) break
    await rm(file.path, { force: true })
    bytes -= file.bytes
    removed++
  }
  return removed
}

type Made = { path: string; bytes: number; madeAt: number }

async function filesBelow(dir: string): Promise<Made[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true }).catch(() => [])
  const files: Made[] = []
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const found = await stat(path).catch(() => null)
    if (found) files.push({ path, bytes: found.size, madeAt: found.mtimeMs })
  }
  return files
}
