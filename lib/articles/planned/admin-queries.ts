import { type ArticleLine, listLines } from '@/lib/articles/admin-queries'
import { may, type Viewer } from '@/lib/auth/permissions'
import type { Database } from '@/lib/db'

/** No newsroom plans more than that for six weeks. */
const MOST = 500

export type PlannedLine = ArticleLine & { publishAt: Date }

/** What is on the clock from one moment to another, the next first: all of it for editors, else one's own. */
export async function listPlanned(db: Database, viewer: Viewer, from: Date, until: Date): Promise<PlannedLine[]> {
  const { id: ownerId, authorId } = viewer
  const own = { OR: [{ ownerId }, ...(authorId === null ? [] : [{ bylines: { some: { authorId } } }])] }
  const rows = await db.article.findMany({
    where: {
      status: 'SCHEDULED',
      publishAt: { gte: from, lt: until },
      trashedAt: null,
      ...(!may(viewer, 'articles.read') && own),
    },
    orderBy: [{ publishAt: 'asc' }, { id: 'asc' }],
    take: MOST,
    select: { id: true },
  })
  const lines = await listLines(
    db,
    rows.map(({ id }) => id),
  )
  return lines.flatMap(({ publishAt, ...line }) => (publishAt ? [{ ...line, publishAt }] : []))
}
