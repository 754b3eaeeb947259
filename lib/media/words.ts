import { foldWord } from '@/lib/search/fold'

type Said = { title: string; alt: string; caption: string; credit: string; originalName: string; path: string }

const BETWEEN_WORDS = /[^\p{L}\p{N}\p{M}'’\u200c]+/u
/** More of a caption finds nothing that its beginning does not. */
const LONGEST = 4_000

/** The words of a text as they are compared, each as it is written: part of one finds it too. */
export const foldedWords = (text: string): string[] => text.split(BETWEEN_WORDS).map(foldWord).filter(Boolean)

/** Everything that a file of the library is found by. */
export function libraryWords({ title, alt, caption, credit, originalName, path }: Said): string {
  const name = originalName || path.slice(path.lastIndexOf('/') + 1)
  const words = new Set(foldedWords([title, alt, caption, credit, name].join(' ')))
  return [...words].join(' ').slice(0, LONGEST).toWellFormed()
}
