import { Readable } from 'node:stream'
import { type Range, StorageAway, type Stored } from './storage'

// What a server that speaks S3 answers, read into what a storage says.

/** The HTTP status of an error that the server answered with; undefined for every other error. */
export function statusOf(error: unknown): number | undefined {
  return error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : undefined
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

const textOf = (error: unknown): string =>
  error instanceof Error && 'body' in error && typeof error.body === 'string' ? error.body : ''

/** True where there is no such file; a bucket that is not there says nothing about files. */
export const isMissing = (error: unknown): boolean =>
  statusOf(error) === 404 && codeOf(error) !== 'NoSuchBucket' && !textOf(error).includes('NoSuchBucket')

export const whyOf = (error: unknown): string => {
  const code = codeOf(error)
  const said = code && code !== 'Unknown' ? code : (/<Code>(\w{1,60})<\/Code>/.exec(textOf(error))?.[1] ?? '')
  return `${statusOf(error)}${said && ` ${said}`}`
}

/** How long the whole file is, whatever part of it was sent. */
export function storedOf({ headers }: Response): Stored {
  const whole = /\/(\d+)\s*$/.exec(headers.get('content-range') ?? '')?.[1] ?? headers.get('content-length')
  const [bytes, changedAt] = [Number(whole ?? Number.NaN), new Date(headers.get('last-modified') ?? Number.NaN)]
  const etag = headers.get('etag')
  if (!Number.isInteger(bytes) || Number.isNaN(changedAt.getTime()) || !etag)
    throw new StorageAway('it does not say how long a file is, or how old')
  return { bytes, changedAt, etag: etag.startsWith('"') || etag.startsWith('W/') ? etag : `"${etag}"` }
}

/**
 * The bytes as they come, read no faster than somebody takes them; of a server that sends more than the part that was asked for,
 * that part. Where they break off, so does whoever reads them.
 */
export function bodyOf({ body, headers }: Response, path: string, part?: Range): Readable {
  if (!body) return Readable.from([])
  const reader = body.getReader()
  let at = Number(/^bytes (\d+)-/.exec(headers.get('content-range') ?? '')?.[1] ?? 0)
  const wanted = (bytes: Uint8Array): Uint8Array => {
    if (!part) return bytes
    const [from, to] = [Math.max(0, part.from - at), Math.max(0, part.to + 1 - at)]
    at += bytes.length
    return bytes.subarray(from, to)
  }
  const next = async (): Promise<Uint8Array | null> => {
    while (!part || at <= part.to) {
      const { done, value } = await reader.read()
      if (done) return null
      const bytes = wanted(value)
      if (bytes.length) return bytes
    }
    return null
  }
  return new Readable({
    read() {
      next().then(
        (bytes) => this.push(bytes),
        (error: unknown) => this.destroy(new StorageAway(`${path} broke off: ${error}`)),
      )
    },
    destroy(error, done) {
      reader.cancel().then(
        () => done(error),
        () => done(error),
      )
    },
  })
}

/** Names of anything but letters come as numbers of characters, which the client leaves as they are. */
export const unescaped = (key: string): string =>
  key.replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi, (whole, hex: string | undefined, decimal: string | undefined) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole
  })
