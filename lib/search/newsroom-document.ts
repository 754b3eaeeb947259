import type { ArticleKind, ArticleStatus } from '@/generated/sqlite/enums'
import { languageOf } from '@/lib/i18n/locale'

/** What the newsroom's lists ask of an article besides its words. */
export type ListFacts = {
  kind: ArticleKind
  status: ArticleStatus
  trashedAt: Date | null
  locale: string
  ownerId: string | null
  authorIds: readonly number[]
  categoryIds: readonly number[]
  primaryCategoryId: number | null
}

/** Begins every fact's word: no word of a text does. */
const SIGN = '¶'
const letters = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')
/** Ids of people tell capitals from small letters, which the index does not. */
const hex = (id: string) => Array.from(id, (character) => (character.codePointAt(0) ?? 0).toString(16)).join('')

/** The words that stand in the index for what is so of an article: letters and digits alone, like all its words. */
export const fact = {
  kind: (kind: ArticleKind) => `${SIGN}kind${letters(kind)}`,
  status: (status: ArticleStatus) => `${SIGN}status${letters(status)}`,
  kept: `${SIGN}kept`,
  trashed: `${SIGN}trashed`,
  language: (locale: string) => `${SIGN}language${letters(languageOf(locale))}`,
  owner: (id: string) => `${SIGN}owner${hex(id)}`,
  author: (id: number) => `${SIGN}author${id}`,
  category: (id: number) => `${SIGN}category${id}`,
}

export function factsOf(facts: ListFacts): string[] {
  const { kind, status, trashedAt, locale, ownerId, authorIds, categoryIds, primaryCategoryId } = facts
  const filed = new Set(primaryCategoryId === null ? categoryIds : [primaryCategoryId, ...categoryIds])
  return [
    fact.kind(kind),
    fact.status(status),
    trashedAt ? fact.trashed : fact.kept,
    fact.language(locale),
    ...(ownerId === null ? [] : [fact.owner(ownerId)]),
    ...authorIds.map(fact.author),
    ...[...filed].map(fact.category),
  ]
}

/** An article in the newsroom's index. */
export type NewsroomDocument = { articleId: number; place: number; words: string[] }

const SLOTS = 1024

/**
 * Where an article stands among the others: by the moment it was last written. Two of one moment differ in their ids; where
 * even those agree the database refuses the second, and its transaction begins anew. Below 2^53 until the year 2248.
 */
export const newsroomPlace = (writtenAt: Date, articleId: number): number =>
  writtenAt.getTime() * SLOTS + (articleId % SLOTS)

/** What is looked for: all of these, each of them any of several, of which each is words that all stand there. */
export type Wanted = Alternatives[]
export type Alternatives = string[][]
/** Ends a word of which only the beginning is known. */
export const BEGINS = '*'

export const oneOf = (...words: string[]): Alternatives => words.map((word) => [word])
