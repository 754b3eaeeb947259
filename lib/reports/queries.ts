import type { Database } from '@/lib/db'
import { dependsOn } from '@/lib/page-context'

/** As much of an article as the form about it shows. */
export type Reportable = { id: number; path: string; headline: string; locale: string }

/** A published article by its number; null for any other, of which nothing is said. One statement. */
export function findReportable(db: Database, id: number): Promise<Reportable | null> {
  dependsOn(`article:${id}`)
  return db.article.findUnique({
    where: { id, status: 'PUBLISHED' },
    select: { id: true, path: true, headline: true, locale: true },
  })
}
