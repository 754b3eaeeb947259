import type { CorrectionView } from '@/lib/articles/view'
import type { Database } from '@/lib/db'
import { dependsOn } from '@/lib/page-context'

/** A correction together with the article it was made on. */
export type LoggedCorrection = CorrectionView & { path: string; headline: string }

/** The newest corrections of published articles, or of those in one language. Two statements. */
export async function listCorrections(
  db: Database,
  count: number,
  { skip = 0, locale }: { skip?: number; locale?: string } = {},
): Promise<LoggedCorrection[]> {
  dependsOn('corrections')
  const rows = await db.correction.findMany({
    where: { article: { status: 'PUBLISHED', ...(locale !== undefined && { locale }) } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    skip,
    take: count,
    select: { id: true, kind: true, text: true, createdAt: true, article: { select: { path: true, headline: true } } },
  })
  return rows.map(({ article, ...correction }) => ({ ...correction, ...article }))
}

export async function countCorrections(db: Database): Promise<number> {
  return db.correction.count({ where: { article: { status: 'PUBLISHED' } } })
}
