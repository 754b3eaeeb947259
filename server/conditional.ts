import { memo } from '@/lib/memo'
import type { Coding } from './encoded'

const PREFERRED = ['br', 'gzip', 'identity'] as const

/** The best coding that an Accept-Encoding header allows: the highest q, and of equal ones the smallest bytes. */
export const acceptedCoding = (header: string | undefined): Coding => (header ? codingFor(header) : 'identity')

/** Browsers send a handful of different ones. */
const codingFor = memo(200, (header: string): Coding => {
  const quality = new Map<string, number>()
  for (const part of header.toLowerCase().split(',').slice(0, 20)) {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim())
    const q = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
    quality.set(name === 'x-gzip' ? 'gzip' : name, q === undefined ? 1 : Number(q) || 0)
  }
  const of = (coding: Coding) => quality.get(coding) ?? quality.get('*') ?? 0
  let best: Coding = 'identity'
  // Plain bytes are always allowed, and beaten by whatever is.
  let highest = quality.has('identity') ? of('identity') : 0
  for (const coding of PREFERRED) {
    if (coding === 'identity' || of(coding) <= 0) continue
    if (of(coding) > highest || (best === 'identity' && of(coding) === highest)) {
      best = coding
      highest = of(coding)
    }
  }
  return best
})

/** True where If-None-Match names a page with these bytes, in whatever coding it was sent. */
export function isKnown(ifNoneMatch: string | undefined, hash: string): boolean {
  if (!ifNoneMatch) return false
  return ifNoneMatch.split(',').some((tag) => {
    const bare = tag.trim().replace(/^W\//, '').replace(/^"|"$/g, '')
    return bare === hash || bare.startsWith(`${hash}-`)
  })
}

/** True where nothing has changed since the moment that If-Modified-Since says; both are HTTP dates, of whole seconds. */
export function isUnmodified(ifModifiedSince: string | undefined, lastModified: unknown): boolean {
  if (!ifModifiedSince || typeof lastModified !== 'string') return false
  const [since, changed] = [Date.parse(ifModifiedSince), Date.parse(lastModified)]
  return changed <= since
}
