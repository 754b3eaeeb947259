import { text } from './exif'

// What agencies write into a picture (IPTC-IIM 4.2, record 2), in one of Photoshop's blocks or by itself.

const NAMES: Record<number, keyof Iptc> = {
  5: 'title',
  80: 'byline',
  110: 'credit',
  115: 'source',
  116: 'copyright',
  120: 'caption',
}
const MARKER = 0x1c
const LONGEST = 4_000

export type Iptc = {
  title: string
  byline: string
  credit: string
  source: string
  copyright: string
  caption: string
}

export function readIptc(bytes: Uint8Array): Iptc {
  const said: Iptc = { title: '', byline: '', credit: '', source: '', copyright: '', caption: '' }
  for (let at = firstSet(bytes); at >= 0 && at + 5 <= bytes.length && bytes[at] === MARKER; ) {
    const length = ((bytes[at + 3] ?? 0) << 8) | (bytes[at + 4] ?? 0)
    // Longer than 32 KB: a length of a length follows, and nothing that is read here.
    if (length & 0x8000) break
    const name = bytes[at + 1] === 2 ? NAMES[bytes[at + 2] ?? 0] : undefined
    // Of several bylines the first.
    if (name) said[name] ||= text(bytes.subarray(at + 5, at + 5 + Math.min(length, LONGEST)))
    at += 5 + length
  }
  return said
}

/** Where record 1 or 2 begins; -1: nowhere. */
function firstSet(bytes: Uint8Array): number {
  for (let at = bytes.indexOf(MARKER); at >= 0; at = bytes.indexOf(MARKER, at + 1)) {
    const record = bytes[at + 1]
    if (record === 1 || record === 2) return at
  }
  return -1
}
