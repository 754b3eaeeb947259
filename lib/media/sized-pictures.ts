import { mkdir, open, rename, stat } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { log } from '@/lib/log'
import type { Places } from '@/lib/storage/chosen'
import { filePath } from '@/lib/wordpress/addresses'
import { makeSize, measurePicture } from './decode'
import { HEAD_BYTES, type ImageType, imageTypeOf, isImageType } from './image-type'
import { madeSize, sizedOf } from './sizes'
import { MOST_SIZES_BYTES, SizesRoom } from './sizes-room'
import { closeIncoming, openIncoming, placeOf } from './store'

/** A file of the library, or one that was made. `isWhole`: not what was asked for, but what it would be made of. */
export type Found = { in: 'media' | 'sizes'; path: string; isWhole: boolean }

type Whole = { path: string; type: ImageType; width: number; height: number }

/**
 * How much a process makes: more at once wait too long for one processor, and of more in a minute it is no reader who asks for
 * all sizes of all pictures.
 */
const MOST = { waiting: 12, aMinute: 90 }
const KNOWN = 2_000

/**
 * Sizes of an archive's pictures that WordPress had made and that did not come along: made of the whole when somebody asks, one
 * of the few that there are (lib/media/sizes.ts), and kept.
 */
export class SizedPictures {
  readonly #media: Places
  readonly #sizesDir: string
  readonly #most: typeof MOST
  /** Measured, because each measurement starts a process; null: there is none that could be read. */
  readonly #wholes = new Map<string, Whole | null>()
  readonly #measuring = new Map<string, Promise<Whole | null>>()
  readonly #making = new Map<string, Promise<boolean>>()
  readonly #room: SizesRoom
  #minute = 0
  #begun = 0

  constructor(media: Places, sizesDir: string, most = MOST, mostBytes = MOST_SIZES_BYTES) {
    this.#room = new SizesRoom(sizesDir, mostBytes)
    this.#most = most
    this.#media = media
    this.#sizesDir = sizesDir
  }

  /** What answers a decoded path; null where it asks for no size of anything that is here. */
  async find(path: string): Promise<Found | null> {
    const sized = filePath(path) === null ? null : sizedOf(path)
    if (!sized) return null
    const original = await this.#original(sized.originals)
    if (!original) return null
    const asIs = { in: 'media' as const, path: original, isWhole: true }
    // Most ask for what is made exactly so: then nothing need be measured.
    for (const type of new Set(Object.values(TYPES))) {
      const made = madePath(original, type, sized)
      if (await isFile(join(this.#sizesDir, made))) return { in: 'sizes', path: made, isWhole: false }
    }
    const whole = await this.#whole(original)
    if (whole === 'busy') return asIs
    if (!whole) return null
    const size = madeSize(whole, sized)
    if (!size) return { ...asIs, isWhole: false }
    const made = madePath(original, TYPES[whole.type], size)
    const isThere = (await isFile(join(this.#sizesDir, made))) || (await this.#make(whole, made, size))
    return isThere ? { in: 'sizes', path: made, isWhole: false } : asIs
  }

  async #original(originals: readonly string[]): Promise<string | null> {
    const media = await this.#media()
    for (const path of originals) if (await media.stat(placeOf(path))) return path
    return null
  }

  /** `busy`: too much is asked for at this moment. */
  async #whole(path: string): Promise<Whole | null | 'busy'> {
    const known = this.#wholes.get(path)
    if (known !== undefined) return known
    const begun = this.#measuring.get(path)
    if (begun) return begun
    if (!this.#mayBegin()) return 'busy'
    const measuring = this.#withFile(path, (file) => measured(path, file)).then((whole) => {
      if (this.#wholes.size >= KNOWN) this.#wholes.delete(this.#wholes.keys().next().value ?? '')
      this.#wholes.set(path, whole)
      return whole
    })
    this.#measuring.set(path, measuring)
    return measuring.finally(() => this.#measuring.delete(path))
  }

  /** False where too much is asked for at this moment, or it cannot be made. */
  async #make(whole: Whole, made: string, size: { width: number; height: number }): Promise<boolean> {
    const known = this.#making.get(made)
    if (known) return known
    if (!this.#mayBegin()) return false
    const making = this.#keep(whole, made, size).catch((error: unknown) => {
      log().warn({ error, made }, 'a size of a picture was not made')
      return false
    })
    this.#making.set(made, making)
    return making.finally(() => this.#making.delete(made))
  }

  async #keep(whole: Whole, made: string, size: { width: number; height: number }): Promise<boolean> {
    if (!(await this.#room.isLeft())) return false
    const done = await this.#withFile(whole.path, async (file, folder) => {
      const name = `made${extname(made)}`
      const { bytes } = await makeSize(whole.type, file, join(folder, 'made'), { name, ...size })
      const kept = join(this.#sizesDir, made)
      await mkdir(dirname(kept), { recursive: true })
      await rename(join(folder, 'made', name), kept)
      this.#room.take(bytes)
      return true
    })
    return done ?? false
  }

  /** Null where the file has gone meanwhile. */
  async #withFile<T>(path: string, work: (file: string, folder: string) => Promise<T>): Promise<T | null> {
    const media = await this.#media()
    const folder = await openIncoming(dirname(this.#sizesDir))
    try {
      const file = await media.toFile(placeOf(path), folder)
      return file === null ? null : await work(file, folder)
    } finally {
      await closeIncoming(folder)
    }
  }

  #mayBegin(): boolean {
    const minute = Math.floor(performance.now() / 60_000)
    if (minute !== this.#minute) this.#begun = 0
    this.#minute = minute
    if (this.#making.size + this.#measuring.size >= this.#most.waiting || this.#begun >= this.#most.aMinute)
      return false
    this.#begun++
    return true
  }
}

async function measured(path: string, file: string): Promise<Whole | null> {
  const type = await typeOf(file)
  if (!type) return null
  try {
    const { width, height } = await measurePicture(type, file)
    return { path, type, width, height }
  } catch (error) {
    log().warn({ error, path }, 'a picture of the archive cannot be read')
    return null
  }
}

/** By its first bytes, whatever its name says. */
async function typeOf(file: string): Promise<ImageType | null> {
  const handle = await open(file)
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    const type = imageTypeOf(buffer.subarray(0, bytesRead))
    return isImageType(type) ? type : null
  } finally {
    await handle.close()
  }
}

const TYPES: Record<ImageType, string> = { jpeg: '.jpg', png: '.png', webp: '.webp', gif: '.png' }

/** Below the folder of sizes: by the whole's own name, which says where it comes from, and what it is. */
const madePath = (path: string, type: string, { width, height }: { width: number; height: number }): string =>
  join(dirname(path), `${basename(path)}-${width}x${height}${type}`)

const isFile = (file: string): Promise<boolean> =>
  stat(file).then(
    (found) => found.isFile(),
    () => false,
  )
