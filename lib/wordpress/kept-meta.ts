import { visibleText } from '@/lib/markup/characters'
import type { WxrMeta } from './wxr-record'

/** What WordPress and its plugins only keep for themselves: caches, locks, marks of work to be done. */
const WORTHLESS = /^_(?:oembed_|edit_|pingme$|encloseme$|transient_|site_transient_|wp_old_|thumbnail_id$)/
const MAX_BYTES = 64 * 1024

export type KeptMeta = {
  meta: Record<string, string | string[]>
  /** Keys that were more than fits beside an article. */
  dropped: string[]
}

/** What of a post's metadata is kept beside the article, as it is written: nobody here reads it yet. */
export function keptMeta(all: readonly WxrMeta[]): KeptMeta {
  const meta = new Map<string, string[]>()
  const dropped = new Set<string>()
  let left = MAX_BYTES
  for (const { key, value } of all) {
    if (key === '' || WORTHLESS.test(key)) continue
    const [name, text] = [visibleText(key), visibleText(value)]
    left -= Buffer.byteLength(name) + Buffer.byteLength(text) + 8
    if (left < 0) dropped.add(name)
    else meta.set(name, [...(meta.get(name) ?? []), text])
    // A small value behind a huge one still fits.
    if (left < 0) left += Buffer.byteLength(name) + Buffer.byteLength(text) + 8
  }
  const kept = [...meta].map(([key, values]) => [key, values.length === 1 ? (values[0] ?? '') : values] as const)
  return { meta: Object.fromEntries(kept), dropped: [...dropped] }
}

/** The first value of a key that is not empty. */
export function metaValue(all: readonly WxrMeta[], key: string): string {
  return all.find((meta) => meta.key === key && meta.value.trim() !== '')?.value.trim() ?? ''
}
