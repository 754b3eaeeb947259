import { UNSAID } from '@/lib/articles/input'
import type { Written } from './props'

/** What was typed and has not reached the site: it outlives a crash, a lost network and the end of a session. */
type Kept = { version: number; copyVersion: number | null; content: Written }

const keyOf = (id: number) => `broadsheet:article:${id}`

/** Browsers may refuse to keep anything: then what is typed lives as long as the page, as everywhere. */
export function keepWords(id: number, kept: Kept): void {
  try {
    localStorage.setItem(keyOf(id), JSON.stringify(kept))
  } catch {
    // Full, or forbidden.
  }
}

export function forgetWords(id: number): void {
  try {
    localStorage.removeItem(keyOf(id))
  } catch {
    // Forbidden.
  }
}

export function keptWords(id: number): Kept | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(id)) ?? 'null')
    // Kept before there were such fields: it says nothing of them.
    return isKept(kept) ? { ...kept, content: { ...UNSAID, ...kept.content } } : null
  } catch {
    return null
  }
}

function isKept(value: unknown): value is Kept {
  return typeof value === 'object' && value !== null && 'version' in value && 'content' in value
}
