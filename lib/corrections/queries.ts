import type { CorrectionView } from '@/lib/articles/view'
import type { Database } from '@/lib/db'
import { dependsOn } from '@/lib/page-context'

/** A correction together with the article it was made on. */
export type LoggedCorrection = CorrectionView & { path: string; headline: string; locale: string; guid: string | null }

/** So many more are read than are asked for, so that one look is enough nearly always. */
const SPARE = 10

/**
 * The newest corrections, or those from `skip` on, without the ones of articles that were taken down since. Two statements as
 * a rule: they are gone through in the order of their index, because a database that was asked for those of public articles
 * alone might begin with all public articles.
 */
export async function listCorrections(db: Database, count: number, skip = 0): Promise<LoggedCorrection[]> {
  dependsOn('corrections')
  const atOnce = skip + count + SPARE
  const shown: (LoggedCorrection & { articleId: number })[] = []
  for (let at = 0; shown.length < skip + count; at += atOnce) {
    const rows = await db.correction.findMany({
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      skip: at,
      take: atOnce,
      select: {
        ...{ id: true, kind: true, text: true, createdAt: true, articleId: true },
        article: { select: { path: true, headline: true, locale: true, guid: true, status: true } },
      },
    })
    for (const { article, ...correction } of rows) {
      const { status, ...on } = article
      if (status === 'PUBLISHED') shown.push({ ...correction, ...on })
    }
    if (rows.length < atOnce) break
  }
  const asked = shown.slice(skip, skip + count)
  dependsOn(...asked.map(({ articleId }) => `article:${articleId}`))
  return asked.map(({ articleId: _, ...correction }) => correction)
}

/** How many of them there are to list. Two statements. */
export async function countCorrections(db: Database): Promise<number> {
  dependsOn('corrections')
  const hidden = await db.correction.count({ where: { article: { status: { not: 'PUBLISHED' } } } })
  return (await db.correction.count()) - hidden
}
