// What a camera writes into a picture (Exif 2.32), read as far as the library shows it. The place is not read.

import { momentOf } from './moment'

const ARTIST = 0x013b
const DESCRIPTION = 0x010e
const COPYRIGHT = 0x8298
const CAMERA_PART = 0x8769
const TAKEN = 0x9003
const ZONE = 0x9011

const ASCII = 2
const LONG = 4
const MOST_ENTRIES = 200
const LONGEST = 4_000

export type Exif = { artist: string; description: string; copyright: string; takenAt: Date | null }

export function readExif(bytes: Uint8Array): Exif {
  const tags = tagsOf(bytes)
  const text = (tag: number) => tags.get(tag) ?? ''
  return {
    artist: text(ARTIST),
    description: text(DESCRIPTION),
    copyright: text(COPYRIGHT),
    takenAt: takenOf(text(TAKEN), text(ZONE)),
  }
}

/** The texts of the first directory and of the camera's own; none where the bytes are no such thing. */
function tagsOf(bytes: Uint8Array): Map<number, string> {
  const tags = new Map<number, string>()
  const start = text(bytes.subarray(0, 4)) === 'Exif' ? 6 : 0
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, Math.max(0, bytes.byteLength - start))
  if (view.byteLength < 8) return tags
  const order = view.getUint16(0)
  if (order !== 0x4949 && order !== 0x4d4d) return tags
  const isLittle = order === 0x4949
  const directories = [view.getUint32(4, isLittle)]
  // The camera's part is one step down; whoever links further, or in circles, is not followed.
  for (let i = 0; i < directories.length && i < 2; i++) {
    const at = directories[i] ?? 0
    if (at + 2 > view.byteLength) continue
    const entries = Math.min(view.getUint16(at, isLittle), MOST_ENTRIES)
    for (let entry = at + 2; entry < at + 2 + entries * 12 && entry + 12 <= view.byteLength; entry += 12) {
      const tag = view.getUint16(entry, isLittle)
      const type = view.getUint16(entry + 2, isLittle)
      const count = view.getUint32(entry + 4, isLittle)
      const from = count <= 4 ? entry + 8 : view.getUint32(entry + 8, isLittle)
      if (tag === CAMERA_PART && type === LONG) directories.push(view.getUint32(entry + 8, isLittle))
      else if (type === ASCII && from + count <= view.byteLength)
        tags.set(tag, text(new Uint8Array(view.buffer, view.byteOffset + from, Math.min(count, LONGEST))))
    }
  }
  return tags
}

/** UTF-8, as many programs write where ASCII is meant, else Latin. */
export function text(bytes: Uint8Array): string {
  const end = bytes.indexOf(0)
  const said = end < 0 ? bytes : bytes.subarray(0, end)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(said)
  } catch {
    return new TextDecoder('windows-1252').decode(said)
  }
}

/** "2026:11:23 08:12:00" in the zone of the camera, which few say; where it does not, the clock is taken for UTC. */
function takenOf(said: string, zone: string): Date | null {
  const [, year, month, day, time] = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/.exec(said) ?? []
  if (!year) return null
  return momentOf(`${year}-${month}-${day}T${time}${/^[+-]\d\d:\d\d$/.test(zone) ? zone : 'Z'}`)
}
