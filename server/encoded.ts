import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, brotliDecompressSync, constants, gunzipSync, gzip } from 'node:zlib'

export type Coding = 'br' | 'gzip' | 'identity'
export type Packed = { bytes: Buffer; level: number }

const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)

/** At a miss the reader waits for it: a sixth of a millisecond and a half for an article. */
const QUICK = { br: 4, gzip: 5 } as const
/** When there is time; 5 to 8 % smaller, sixty times the work. */
const BEST = { br: 11, gzip: 9 } as const

/** Not worth a coding: it would not be smaller in packets. */
const LEAST_BYTES = 512

/**
 * The bytes of a page in the codings that were asked for. Plain bytes are not held beside them: hardly anybody asks for
 * those.
 */
export class Encoded {
  /** Of the plain bytes. */
  readonly hash: string
  readonly plainLength: number
  #plain: Buffer | null
  readonly #packed = new Map<'br' | 'gzip', Packed>()

  constructor(plain: Buffer) {
    this.hash = createHash('sha256').update(plain).digest('hex').slice(0, 20)
    this.plainLength = plain.length
    this.#plain = plain
  }

  get bytes(): number {
    let sum = this.#plain?.length ?? 0
    for (const { bytes } of this.#packed.values()) sum += bytes.length
    return sum
  }

  get isBest(): boolean {
    return this.#packed.get('br')?.level === BEST.br && this.#packed.get('gzip')?.level === BEST.gzip
  }

  /** The bytes in a coding where they are at hand; else `in` makes them. */
  atHand(coding: Coding): Packed | undefined {
    if (coding !== 'identity' && this.plainLength >= LEAST_BYTES) return this.#packed.get(coding)
    return this.#plain ? { bytes: this.#plain, level: 0 } : undefined
  }

  async in(coding: Coding): Promise<Packed> {
    const known = this.atHand(coding)
    if (known) return known
    if (coding === 'identity' || this.plainLength < LEAST_BYTES) return { bytes: this.plain(), level: 0 }
    const packed = await pack(this.plain(), coding, QUICK[coding])
    this.#keep(coding, packed)
    return packed
  }

  /** Packs as well as it goes; for pages that are read again, when nobody waits. */
  async improve(): Promise<void> {
    if (this.plainLength < LEAST_BYTES) return
    const plain = this.plain()
    for (const coding of ['br', 'gzip'] as const) {
      if (this.#packed.get(coding)?.level !== BEST[coding]) this.#keep(coding, await pack(plain, coding, BEST[coding]))
    }
  }

  /** Another coding of the same bytes has a tag of its own; each of them proves what the reader has. */
  etag(coding: Coding, level: number): string {
    return level === 0 ? `"${this.hash}"` : `"${this.hash}-${coding}${level}"`
  }

  plain(): Buffer {
    if (this.#plain) return this.#plain
    const gzipped = this.#packed.get('gzip')
    if (gzipped) return gunzipSync(gzipped.bytes)
    const brotli = this.#packed.get('br')
    if (!brotli) throw new Error('a page has no bytes in any coding')
    return brotliDecompressSync(brotli.bytes)
  }

  #keep(coding: 'br' | 'gzip', packed: Packed): void {
    this.#packed.set(coding, packed)
    this.#plain = null
  }
}

async function pack(plain: Buffer, coding: 'br' | 'gzip', level: number): Promise<Packed> {
  const bytes =
    coding === 'gzip'
      ? await compressGzip(plain, { level })
      : await compressBrotli(plain, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: level,
            [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
            [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
          },
        })
  return { bytes, level }
}
