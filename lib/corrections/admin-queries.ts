import type { CorrectionKind } from '@/generated/sqlite/enums'
import { mayWith } from '@/lib/articles/editing/ownership'
import type { Viewer } from '@/lib/auth/permissions'
import type { Database } from '@/lib/db'

export type MadeCorrection = { id: number; kind: CorrectionKind; text: string; createdAt: Date; madeByName: string }

/** An article with what was put right in it, for whoever may put more right. */
export type Correctable = {
  id: number
  version: number
  path: string
  headline: string
  locale: string
  isLive: boolean
  corrections: MadeCorrection[]
}

/** Null where the article is not there for them. Three statements. */
export async function getCorrectable(db: Database, viewer: Viewer, id: number): Promise<Correctable | null> {
  const row = await db.article.findUnique({
    where: { id },
    select: {
      ...{ id: true, version: true, path: true, headline: true, locale: true, status: true, ownerId: true },
      bylines: { select: { authorId: true } },
      corrections: {
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        select: { id: true, kind: true, text: true, createdAt: true, madeByName: true },
      },
    },
  })
  if (!row) return null
  const { status, ownerId, bylines, ...article } = row
  const owned = { ownerId, authorIds: bylines.map(({ authorId }) => authorId) }
  return mayWith(viewer, 'articles.correct', owned) ? { ...article, isLive: status === 'PUBLISHED' } : null
}
