import type { Prisma } from '@/generated/sqlite/client'
import type { ArticleKind, ArticleStatus } from '@/generated/sqlite/enums'
import { may, type Viewer } from '@/lib/auth/permissions'
import { dialectOf } from '@/lib/database/dialect'
import type { Database } from '@/lib/db'
import type { ArticleList, ArticleView } from './list-view'

export type ArticleLine = {
  id: number
  kind: ArticleKind
  status: ArticleStatus
  headline: string
  path: string
  locale: string
  updatedAt: Date
  publishAt: Date | null
  publishedAt: Date | null
  authors: string[]
  category: string | null
  /** Edits that readers do not see yet. */
  hasChanges: boolean
}

export const LIST_SIZE = 25

const STATUS_OF: Partial<Record<ArticleView, ArticleStatus>> = {
  drafts: 'DRAFT',
  review: 'IN_REVIEW',
  scheduled: 'SCHEDULED',
  published: 'PUBLISHED',
  withdrawn: 'WITHDRAWN',
}

/** A page of a list, what was changed last first: all articles for editors, else those that are the viewer's own. */
export async function listArticles(
  db: Database,
  viewer: Viewer,
  list: ArticleList,
): Promise<{ articles: ArticleLine[]; more: boolean }> {
  const rows = await db.article.findMany({
    where: { ...whereOf(viewer, list), ...headlineHas(db, list.words) },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    skip: (list.page - 1) * LIST_SIZE,
    take: LIST_SIZE + 1,
    select: {
      id: true,
      kind: true,
      status: true,
      headline: true,
      path: true,
      locale: true,
      updatedAt: true,
      publishAt: true,
      publishedAt: true,
      bylineOverride: true,
      primaryCategory: { select: { name: true } },
      bylines: { select: { author: { select: { name: true } } }, orderBy: { position: 'asc' } },
      workingCopy: { select: { version: true } },
    },
  })
  const articles = rows
    .slice(0, LIST_SIZE)
    .map(({ bylines, bylineOverride, primaryCategory, workingCopy, ...row }) => ({
      ...row,
      authors: bylineOverride ? [bylineOverride] : bylines.map(({ author }) => author.name),
      category: primaryCategory?.name ?? null,
      hasChanges: workingCopy !== null,
    }))
  return { articles, more: rows.length > LIST_SIZE }
}

function whereOf(viewer: Viewer, { view }: ArticleList): Prisma.ArticleWhereInput {
  const status = STATUS_OF[view]
  const own = ownedBy(viewer)
  return {
    kind: view === 'pages' ? 'PAGE' : 'ARTICLE',
    trashedAt: view === 'trash' ? { not: null } : null,
    ...(status && { status }),
    ...((view === 'mine' || !may(viewer, 'articles.read')) && own),
  }
}

/** In whatever case: SQLite asks for none, PostgreSQL does unless it is told. */
function headlineHas(db: Database, words: string): Prisma.ArticleWhereInput {
  if (!words) return {}
  const insensitive = dialectOf(db) === 'postgresql' && { mode: 'insensitive' }
  return { headline: { contains: words, ...insensitive } }
}

const ownedBy = ({ id, authorId }: Viewer): Prisma.ArticleWhereInput => ({
  OR: [{ ownerId: id }, ...(authorId === null ? [] : [{ bylines: { some: { authorId } } }])],
})

/** What an article may be filed under and written by. */
export async function listChoices(db: Database) {
  const [categories, tags, authors] = await Promise.all([
    db.category.findMany({ orderBy: { path: 'asc' }, select: { id: true, name: true, path: true } }),
    db.tag.findMany({ orderBy: { name: 'asc' }, take: 5_000, select: { id: true, name: true } }),
    db.author.findMany({ orderBy: { name: 'asc' }, take: 5_000, select: { id: true, name: true } }),
  ])
  return { categories, tags, authors }
}
export type Choices = Awaited<ReturnType<typeof listChoices>>
