import { may, type Viewer } from '@/lib/auth/permissions'
import type { Database } from '@/lib/db'

const DAY_MS = 86_400_000
/** Whoever sent something for review hears of it within so long. */
const REVIEW_DAYS = 3
/** What nobody has touched for so long is forgotten. */
const DRAFT_DAYS = 14
const SHOWN = 3

/**
 * What waits long: in review since days, the longest first, and drafts that nobody has touched for weeks, those first that may
 * still be remembered. Of the whole newsroom for editors, else one's own. Two queries.
 */
export async function listLong(
  db: Database,
  viewer: Viewer,
  now: Date,
): Promise<{ review: number[]; drafts: number[] }> {
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS)
  const { id: ownerId, authorId } = viewer
  const own = { OR: [{ ownerId }, ...(authorId === null ? [] : [{ bylines: { some: { authorId } } }])] }
  const whose = { kind: 'ARTICLE', trashedAt: null, ...(!may(viewer, 'articles.read') && own) } as const
  const sentSince = { why: 'submit', savedAt: { gt: before(REVIEW_DAYS) } }
  const [review, drafts] = await Promise.all([
    db.article.findMany({
      where: { ...whose, status: 'IN_REVIEW', createdAt: { lte: before(REVIEW_DAYS) }, revisions: { none: sentSince } },
      orderBy: [{ updatedAt: 'asc' }, { id: 'asc' }],
      take: SHOWN,
      select: { id: true },
    }),
    db.article.findMany({
      where: { ...whose, status: 'DRAFT', updatedAt: { lte: before(DRAFT_DAYS) } },
      orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
      take: SHOWN,
      select: { id: true },
    }),
  ])
  const ids = (rows: { id: number }[]) => rows.map(({ id }) => id)
  return { review: ids(review), drafts: ids(drafts) }
}
