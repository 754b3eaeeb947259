import { may, type Viewer } from '@/lib/auth/permissions'
import type { Database } from '@/lib/db'

/** What the masthead counts, for whoever has to do with it. */
export async function listCounts(db: Database, viewer: Viewer): Promise<{ commentsWaiting: number }> {
  const commentsWaiting = may(viewer, 'comments.read') ? await db.comment.count({ where: { status: 'HELD' } }) : 0
  return { commentsWaiting }
}

export type DeskCounts = { drafts: number; inReview: number }

/** Unfinished articles: all of them for editors, else those under one's own byline. */
export async function countUnfinished(db: Database, viewer: Viewer): Promise<DeskCounts> {
  if (!may(viewer, 'articles.read', 'own')) return { drafts: 0, inReview: 0 }
  const { authorId } = viewer
  const all = may(viewer, 'articles.read')
  if (!all && authorId === null) return { drafts: 0, inReview: 0 }
  const whose = all || authorId === null ? {} : { bylines: { some: { authorId } } }
  const count = (status: 'DRAFT' | 'IN_REVIEW') =>
    db.article.count({ where: { kind: 'ARTICLE', status, trashedAt: null, ...whose } })
  const [drafts, inReview] = await Promise.all([count('DRAFT'), count('IN_REVIEW')])
  return { drafts, inReview }
}
