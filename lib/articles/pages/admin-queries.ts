import type { ArticleStatus } from '@/generated/sqlite/enums'
import { may, type Viewer } from '@/lib/auth/permissions'
import type { Database } from '@/lib/db'
import { PageTree } from './page-tree'

/** A page in the newsroom's tree. */
export type PageLine = {
  id: number
  parentId: number | null
  position: number
  headline: string
  path: string
  status: ArticleStatus
  publishAt: Date | null
  depth: number
  hasChanges: boolean
}

export const MOST_PAGES = 1_000

/** All pages that are not in the trash, each before those below it; none for whoever may not arrange them. One query. */
export async function listPageLines(db: Database, viewer: Viewer): Promise<PageLine[]> {
  if (!may(viewer, 'pages.edit')) return []
  const rows = await db.article.findMany({
    where: { kind: 'PAGE', trashedAt: null },
    // In an order that an index has: the tree puts them in its own.
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    take: MOST_PAGES,
    select: {
      ...{ id: true, parentId: true, position: true, headline: true, path: true, status: true, publishAt: true },
      workingCopy: { select: { articleId: true } },
    },
  })
  const tree = new PageTree(rows)
  const lines: PageLine[] = []
  const walk = (parentId: number | null, depth: number) => {
    for (const { workingCopy, ...page } of tree.below(parentId)) {
      lines.push({ ...page, parentId, depth, hasChanges: workingCopy !== null })
      walk(page.id, depth + 1)
    }
  }
  walk(null, 0)
  return lines
}
