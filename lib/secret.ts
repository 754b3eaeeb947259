import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { env } from './env'

let cached: string | undefined

/** The site's secret: SECRET, else the one kept in DATA_DIR/secret, made at the first need. */
function siteSecret(): string {
  cached ??= env().secret ?? keptSecret(env().dataDir)
  return cached
}

/** Reads `dataDir`/secret, or makes it, readable to its owner alone. Two processes that make it at once get the same. */
export function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'secret')
  const found = readIfThere(file)
  if (found) return found
  mkdirSync(dataDir, { recursive: true })
  const draft = join(dataDir, `.secret-${process.pid}`)
  writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 })
  chmodSync(draft, 0o600)
  try {
    // A link either takes the name or finds it taken: whoever comes second reads the first one's.
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft, { force: true })
  }
  return readFileSync(file, 'utf8').trim()
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

const keys = new Map<string, Buffer>()

/** One key per purpose, so that a value signed for one is worthless for another. */
function keyFor(purpose: string): Buffer {
  const known = keys.get(purpose)
  if (known) return known
  const key = Buffer.from(hkdfSync('sha256', siteSecret(), '', `broadsheet ${purpose}`, 32))
  keys.set(purpose, key)
  return key
}

/** Keyed hash of `text`, base64url. Nobody without the site's secret can make or guess it. */
export function keyedHash(purpose: string, text: string): string {
  return createHmac('sha256', keyFor(purpose)).update(text).digest('base64url')
}

/** True when `signature` is keyedHash(purpose, text); takes the same time for every wrong one. */
export function isSignature(purpose: string, text: string, signature: string): boolean {
  const right = Buffer.from(keyedHash(purpose, text))
  const given = Buffer.from(signature)
  return right.length === given.length && timingSafeEqual(right, given)
}
