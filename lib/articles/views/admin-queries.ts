import type { Viewer } from '@/lib/auth/permissions'
import type { Database } from '@/lib/db'

export type SavedView = { id: number; name: string; path: string; isShared: boolean; isOwn: boolean }

const SHOWN = 60

/** One's own lists, of which none is left out, and then those that editors share; both by name. */
export async function listSavedViews(db: Database, viewer: Viewer): Promise<SavedView[]> {
  const select = { id: true, name: true, path: true, isShared: true } as const
  const orderBy = [{ name: 'asc' as const }, { id: 'asc' as const }]
  const [own, shared] = await Promise.all([
    db.listView.findMany({ where: { ownerId: viewer.id }, orderBy, take: SHOWN, select }),
    db.listView.findMany({ where: { ownerId: { not: viewer.id }, isShared: true }, orderBy, take: SHOWN, select }),
  ])
  return [...own.map((row) => ({ ...row, isOwn: true })), ...shared.map((row) => ({ ...row, isOwn: false }))]
}
