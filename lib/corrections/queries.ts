import type { CorrectionView } from '@/lib/articles/view'
import type { Database } from '@/lib/db'
import { dependsOn } from '@/lib/page-context'

/** A correction together with the article it was made on. */
export type LoggedCorrection = CorrectionView & { path: string; headline: string; locale: string; guid: string | null }

/**
 * The newest corrections, or those from `skip` on, without the ones of articles that were taken down since. Two
 * statements.
 */
export async function listCorrections(db: Database, count: number, skip = 0): Promise<LoggedCorrection[]> {
  dependsOn('corrections')
  const rows = await db.correction.findMany({
    orderBy: { createdAt: 'desc' },
    skip,
    take: count,
    select: {
      id: true,
      kind: true,
      text: true,
      createdAt: true,
      article: { select: { id: true, path: true, headline: true, locale: true, guid: true, status: true } },
    },
  })
  dependsOn(...rows.map(({ article }) => `article:${article.id}`))
  return rows
    .filter(({ article }) => article.status === 'PUBLISHED')
    .map(({ article: { id: _, status: __, ...article }, ...correction }) => ({ ...correction, ...article }))
}

export async function countCorrections(db: Database): Promise<number> {
  return db.correction.count()
}
