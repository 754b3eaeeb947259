import { foldWord } from '@/lib/search/fold'
import { readWords } from '@/lib/search/words'
import type { Author } from './author'

/** Authors in the order of their names, each with the words of every spelling, as searches compare them. */
export type AuthorIndex = { author: Author; names: string[][] }[]

export function authorIndex(authors: Iterable<Author>, locale: string): AuthorIndex {
  const { compare } = new Intl.Collator(locale)
  return [...authors]
    .sort((a, b) => compare(a.name, b.name) || a.id - b.id)
    .map((author) => ({ author, names: [author.name, ...author.spellings].map(wordsOf) }))
}

const wordsOf = (text: string): string[] => {
  const { words, joined } = readWords(text)
  return [...words, ...joined].map(({ token }) => token)
}

/** Those of whom one spelling has all the words that a reader looks for. */
export function authorsNamed(index: AuthorIndex, typed: string): Author[] {
  const wanted = readWords(typed).words.map(({ token }) => token)
  if (!wanted.length) return []
  return index.flatMap(({ author, names }) =>
    names.some((name) => wanted.every((word) => name.includes(word))) ? [author] : [],
  )
}

/** The same for whoever is still typing: each word may be the beginning of one; or it is in the address. */
export function authorsBegun(index: AuthorIndex, typed: string): Author[] {
  const wanted = typed.trim().split(/\s+/).map(foldWord).filter(Boolean)
  if (!wanted.length) return index.map(({ author }) => author)
  const slug = typed.trim().toLowerCase()
  return index.flatMap(({ author, names }) =>
    author.slug.includes(slug) || names.some((name) => wanted.every((word) => begins(name, word))) ? [author] : [],
  )
}

const begins = (name: string[], word: string): boolean => name.some((one) => one.startsWith(word))
