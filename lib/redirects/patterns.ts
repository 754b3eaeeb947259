import { foldPath } from '@/lib/articles/paths'
import type { Target } from './redirect'

export type Pattern = Target & { id: number; fromPath: string }
/** Which pattern leads on from an address, and where. */
export type Led = Target & { id: number }

/** Deeper ones are not looked for, so that an address of a thousand slashes costs no more than another. */
export const DEEPEST_PATTERN = 12

/** Without the star: "/old" of "/old/*". */
const baseOf = (path: string): string => path.replace(/\/\*$/, '')

/**
 * Patterns are a beginning and a star: "/old/*" is every address below "/old/", and not "/old/" itself. There is nothing else
 * in them, so that looking one up is a few look-ups in a map, however many there are and whatever is asked for. Of several
 * the longest beginning counts.
 */
export class Patterns {
  readonly #byBase: ReadonlyMap<string, Pattern>

  constructor(patterns: readonly Pattern[]) {
    this.#byBase = new Map(patterns.map((pattern) => [foldPath(baseOf(pattern.fromPath)), pattern]))
  }

  /** Where an address leads that nothing else answers; null where no pattern is about it. */
  lead(path: string): Led | null {
    if (!this.#byBase.size) return null
    const segments = path.split('/').filter(Boolean)
    const folded = foldPath(path).split('/').filter(Boolean)
    for (let depth = Math.min(folded.length - 1, DEEPEST_PATTERN); depth > 0; depth--) {
      const pattern = this.#byBase.get(`/${folded.slice(0, depth).join('/')}`)
      if (pattern) return ledBy(pattern, segments.slice(depth), path.endsWith('/'))
    }
    return null
  }
}

function ledBy({ id, toPath, toExtra, status }: Pattern, rest: string[], endsInSlash: boolean): Led | null {
  if (!toPath.endsWith('/*')) return { id, toPath, toExtra, status }
  // What is carried over stays below where it was sent.
  if (rest.some((segment) => /^\.{1,2}$/.test(segment))) return null
  const last = rest.join('/') + (endsInSlash ? '/' : '')
  // Elsewhere addresses are stored as they are sent.
  const carried = toPath.startsWith('/') ? last : last.split('/').map(encodeURIComponent).join('/')
  return { id, toPath: `${baseOf(toPath)}/${carried}`, toExtra, status }
}
