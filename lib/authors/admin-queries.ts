import { createHash } from 'node:crypto'
import { authorKey } from '@/lib/archives/keys'
import { may, type Viewer } from '@/lib/auth/permissions'
import type { Database } from '@/lib/db'
import { getSiteFacts } from '@/lib/site/facts'
import { type Author, PROFILE_FIELDS } from './author'
import { authorsBegun } from './find'
import { indexOf } from './queries'

/** An author in the newsroom's list. */
export type AuthorLine = Author & {
  /** What readers find under the name. */
  published: number
  /** Articles with that byline, drafts and all. */
  filed: number
  /** Whose profile it is; null: nobody's who can sign in. */
  account: { id: string; name: string } | null
  /** What the profile says (`seenOf`). */
  seen: string
}

/** Names what a profile says, for whoever saves another to name what they saw. */
export function seenOf(author: Omit<Author, 'id'>): string {
  const said = JSON.stringify(PROFILE_FIELDS.map((field) => author[field]))
  return createHash('sha256').update(said).digest('base64url').slice(0, 22)
}

export const AUTHORS_PAGE = 50

/** True where the viewer may edit this profile. */
export const mayEdit = (viewer: Viewer, id: number): boolean =>
  may(viewer, 'authors.edit', viewer.authorId === id ? 'own' : 'other')

/**
 * Authors by name; `words`: whose names in whatever spelling, or addresses, begin so. Who is no editor sees their own. All
 * of them are held in memory; three queries for the page.
 */
export async function listAuthorLines(
  db: Database,
  viewer: Viewer,
  { words, page }: { words: string; page: number },
): Promise<{ authors: AuthorLine[]; total: number; more: boolean }> {
  const facts = await getSiteFacts(db)
  const found = authorsBegun(indexOf(facts), words).filter(({ id }) => mayEdit(viewer, id))
  const from = (page - 1) * AUTHORS_PAGE
  const shown = found.slice(from, from + AUTHORS_PAGE)
  return {
    authors: await counted(db, shown),
    total: found.length,
    more: found.length > from + AUTHORS_PAGE,
  }
}

async function counted(db: Database, authors: Author[]): Promise<AuthorLine[]> {
  const ids = authors.map(({ id }) => id)
  if (!ids.length) return []
  const [archives, filed, users] = await Promise.all([
    db.archive.findMany({ where: { key: { in: ids.map(authorKey) } }, select: { key: true, articles: true } }),
    db.byline.groupBy({ by: ['authorId'], where: { authorId: { in: ids } }, _count: { _all: true } }),
    db.user.findMany({ where: { authorId: { in: ids } }, select: { id: true, name: true, authorId: true } }),
  ])
  const published = new Map(archives.map(({ key, articles }) => [key, articles]))
  const having = new Map(filed.map(({ authorId, _count }) => [authorId, _count._all]))
  const accounts = new Map(users.map(({ id, name, authorId }) => [authorId, { id, name }]))
  return authors.map((author) => ({
    ...author,
    published: published.get(authorKey(author.id)) ?? 0,
    filed: having.get(author.id) ?? 0,
    account: accounts.get(author.id) ?? null,
    seen: seenOf(author),
  }))
}

/** One author with their counts; null where they are not there, or not for this viewer. */
export async function getAuthorLine(db: Database, viewer: Viewer, id: number): Promise<AuthorLine | null> {
  const { authors } = await getSiteFacts(db)
  const author = authors.get(id)
  if (!author || !mayEdit(viewer, id)) return null
  return (await counted(db, [author]))[0] ?? null
}

/** Accounts are few, and whoever has none of what is asked for stands in no index by name. */
const byName = (a: { id: string; name: string }, b: { id: string; name: string }): number =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1

const MOST_ACCOUNTS = 1_000

/** Accounts that have no profile yet, for whoever may link them. */
export async function listFreeAccounts(db: Database, viewer: Viewer): Promise<{ id: string; name: string }[]> {
  if (!may(viewer, 'authors.link')) return []
  const rows = await db.user.findMany({
    where: { authorId: null, deactivatedAt: null },
    take: MOST_ACCOUNTS,
    select: { id: true, name: true },
  })
  return rows.sort(byName)
}

/** The author that somebody typed: by address, or by a name in any spelling that no other has. */
export async function findTypedAuthor(
  db: Database,
  typed: string,
  exceptId: number,
): Promise<number | 'authorUnknown' | 'authorAmbiguous'> {
  const facts = await getSiteFacts(db)
  const word = typed.trim()
  const bySlug = facts.authorsBySlug.get(word) ?? facts.authorsBySlug.get(word.toLowerCase())
  if (bySlug) return bySlug.id
  const lowered = word.toLowerCase()
  const named = [...facts.authors.values()].filter(
    ({ id, name, spellings }) =>
      id !== exceptId && [name, ...spellings].some((spelling) => spelling.toLowerCase() === lowered),
  )
  const [first, second] = named
  if (!first) return 'authorUnknown'
  return second ? 'authorAmbiguous' : first.id
}
