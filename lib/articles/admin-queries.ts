import type { ArticleKind, ArticleStatus } from '@/generated/sqlite/enums'
import { languageKey } from '@/lib/archives/keys'
import { may, type Viewer } from '@/lib/auth/permissions'
import { indexOf } from '@/lib/authors/queries'
import type { Database } from '@/lib/db'
import { languageOf } from '@/lib/i18n/locale'
import { findListed, type ListQuery, wantedWords } from '@/lib/search/admin-queries'
import { type Alternatives, fact, oneOf } from '@/lib/search/newsroom-document'
import { getSiteFacts, type SiteFacts } from '@/lib/site/facts'
import { mergedInto } from '@/lib/taxonomy/merged-queries'
import { type ArticleList, STATUS_OF } from './list-view'

export type ArticleLine = {
  id: number
  version: number
  kind: ArticleKind
  status: ArticleStatus
  headline: string
  path: string
  locale: string
  /** When it, or its working copy, was last written. */
  updatedAt: Date
  publishAt: Date | null
  publishedAt: Date | null
  authors: string[]
  category: string | null
  commentCount: number
  /** Edits that readers do not see yet. */
  hasChanges: boolean
}

export const LIST_SIZE = 25

/** A page of a list, what was written last first: all articles for editors, else those that are the viewer's own. */
export async function listArticles(
  db: Database,
  viewer: Viewer,
  list: ArticleList,
): Promise<{ articles: ArticleLine[]; more: boolean }> {
  if (!may(viewer, 'articles.read', 'own')) return { articles: [], more: false }
  const { categories } = await getSiteFacts(db)
  const family = list.categoryId === null ? [] : categories.family(list.categoryId)
  // Articles are found by where they were filed when they were last written.
  const query = listQuery(viewer, list, {
    categoryIds: [...family, ...(await mergedInto(db, 'category', family))],
    authorIds: await withMerged(db, list.authorId),
    owned: await ownedBy(db, viewer),
  })
  const ids = await findListed(db, query, (list.page - 1) * LIST_SIZE, LIST_SIZE + 1)
  return { articles: await listLines(db, ids.slice(0, LIST_SIZE)), more: ids.length > LIST_SIZE }
}

/** Lines of these articles in this order. Whoever asks has made sure that they may be seen. */
export async function listLines(db: Database, ids: number[]): Promise<ArticleLine[]> {
  if (!ids.length) return []
  const rows = await db.article.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      version: true,
      kind: true,
      status: true,
      headline: true,
      path: true,
      locale: true,
      updatedAt: true,
      publishAt: true,
      publishedAt: true,
      commentCount: true,
      bylineOverride: true,
      primaryCategory: { select: { name: true } },
      bylines: { select: { position: true, author: { select: { name: true } } } },
      workingCopy: { select: { savedAt: true } },
    },
  })
  const lines = new Map(
    rows.map(({ bylines, bylineOverride, primaryCategory, workingCopy, ...row }) => [
      row.id,
      {
        ...row,
        authors: bylineOverride ? [bylineOverride] : inOrder(bylines),
        category: primaryCategory?.name ?? null,
        hasChanges: workingCopy !== null,
        updatedAt: laterOf(row.updatedAt, workingCopy?.savedAt),
      },
    ]),
  )
  return ids.flatMap((id) => lines.get(id) ?? [])
}

const laterOf = (one: Date, other: Date = one): Date => (other > one ? other : one)

/** A few rows, which no index has in this order. */
const inOrder = (bylines: { position: number; author: { name: string } }[]): string[] =>
  bylines.toSorted((a, b) => a.position - b.position).map(({ author }) => author.name)

type Meant = { categoryIds: number[]; authorIds: number[]; owned: Alternatives }

function listQuery(viewer: Viewer, list: ArticleList, { categoryIds, authorIds, owned }: Meant): ListQuery {
  const { view, words, authorId, categoryId, language } = list
  const status = STATUS_OF[view] ?? list.status
  const { wanted, unwanted } = wantedWords(words)
  // Nothing that could be looked for: signs alone.
  const typed = words && !wanted.length ? [oneOf(NOWHERE)] : wanted
  return {
    wanted: [
      oneOf(view === 'trash' ? fact.trashed : fact.kept),
      ...(view === 'trash' ? [] : [oneOf(fact.kind(view === 'pages' ? 'PAGE' : 'ARTICLE'))]),
      ...(status ? [oneOf(fact.status(status))] : []),
      ...(view === 'mine' || !may(viewer, 'articles.read') ? [owned] : []),
      ...(authorId === null ? [] : [oneOf(...authorIds.map(fact.author))]),
      ...(categoryId === null ? [] : [oneOf(...categoryIds.map(fact.category))]),
      ...(language === null ? [] : [oneOf(fact.language(language))]),
      ...typed,
    ],
    unwanted,
  }
}

/** No article has it. */
const NOWHERE = '¶nowhere'

/** One's own is what one began, and what stands under one's byline (lib/articles/editing/ownership.ts). */
export const ownedBy = async (db: Database, { id, authorId }: Viewer): Promise<Alternatives> =>
  oneOf(fact.owner(id), ...(await withMerged(db, authorId)).map(fact.author))

/** An author, and those who were merged into them: what they wrote is found by who they were when it was written. */
const withMerged = async (db: Database, authorId: number | null): Promise<number[]> =>
  authorId === null ? [] : [authorId, ...(await mergedInto(db, 'author', [authorId]))]

/** What an article may be filed under and written by. */
export async function listChoices(db: Database) {
  const [facts, categories, tags] = await Promise.all([
    getSiteFacts(db),
    db.category.findMany({ orderBy: { path: 'asc' }, select: { id: true, name: true, path: true } }),
    db.tag.findMany({ orderBy: { name: 'asc' }, take: MOST_CHOICES, select: { id: true, name: true } }),
  ])
  return { categories, tags, authors: namesOf(facts, MOST_CHOICES) }
}

const MOST_CHOICES = 5_000

/** Held in memory in the order of their names: to sort 5,000 of them takes longer than all the rest of a page. */
const namesOf = (facts: SiteFacts, most: number): { id: number; name: string }[] =>
  indexOf(facts)
    .slice(0, most)
    .map(({ author: { id, name } }) => ({ id, name }))

export type Choices = Awaited<ReturnType<typeof listChoices>>

const MOST_AUTHORS = 1_000

/** By what a list can be narrowed: nearly all of it is held in memory. One query. */
export async function listFilters(db: Database) {
  const facts = await getSiteFacts(db)
  // The archives of languages: those that readers find something in.
  const archives = await db.archive.findMany({
    where: { key: { gte: languageKey(''), lt: languageKey('zzzz') } },
    select: { key: true },
  })
  const languages = new Set(archives.map(({ key }) => languageOf(key.slice(languageKey('').length))))
  return {
    categories: [...facts.categories]
      .map(({ id, name, path }) => ({ id, name, path }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
    authors: namesOf(facts, MOST_AUTHORS),
    languages: [...languages].sort(),
  }
}
export type Filters = Awaited<ReturnType<typeof listFilters>>
