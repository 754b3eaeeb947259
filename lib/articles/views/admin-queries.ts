import type { Viewer } from '@/lib/auth/permissions'
import type { Database } from '@/lib/db'

export type SavedView = { id: number; name: string; path: string; isShared: boolean; isOwn: boolean }

const SHOWN = 60

/** One's own lists and those that editors share, by name. */
export async function listSavedViews(db: Database, viewer: Viewer): Promise<SavedView[]> {
  const rows = await db.listView.findMany({
    where: { OR: [{ ownerId: viewer.id }, { isShared: true }] },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: SHOWN,
    select: { id: true, name: true, path: true, isShared: true, ownerId: true },
  })
  return rows.map(({ ownerId, ...row }) => ({ ...row, isOwn: ownerId === viewer.id }))
}
