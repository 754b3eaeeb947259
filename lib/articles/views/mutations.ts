import { articleListPath, readArticleList } from '@/lib/articles/list-view'
import { recordDone } from '@/lib/audit/mutations'
import { may, type Viewer } from '@/lib/auth/permissions'
import type { Database } from '@/lib/db'

/** More than a strip of names can show. */
const VIEWS_MAX = 30

export type SavedResult = { ok: true; path: string } | { ok: false; reason: 'forbidden' | 'many' }

/** Keeps a list under a name; a list of one's own of that name is replaced. `query`: of the list's address. */
export async function saveView(
  db: Database,
  { name, query, isShared }: { name: string; query: string; isShared: boolean },
  viewer: Viewer,
  now: Date,
): Promise<SavedResult> {
  if (isShared && !may(viewer, 'views.share')) return { ok: false, reason: 'forbidden' }
  const path = articleListPath({ ...readArticleList(Object.fromEntries(new URLSearchParams(query))), page: 1 })
  return db.$transaction(async (tx): Promise<SavedResult> => {
    const ownerId_name = { ownerId: viewer.id, name }
    const others = await tx.listView.count({ where: { ownerId: viewer.id, name: { not: name } } })
    if (others >= VIEWS_MAX) return { ok: false, reason: 'many' }
    const { id } = await tx.listView.upsert({
      where: { ownerId_name },
      create: { ...ownerId_name, path, isShared, createdAt: now },
      update: { path, isShared },
    })
    if (isShared) await recordDone(tx, viewer, { act: 'views.share', object: `view:${id}`, details: { name } }, now)
    return { ok: true, path }
  })
}

/** Forgets a list of one's own; one that all share, whoever may share. */
export function removeView(
  db: Database,
  { viewId }: { viewId: number },
  viewer: Viewer,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: 'gone' }> {
  const shared = may(viewer, 'views.share') ? [{ isShared: true }] : []
  return db.$transaction(async (tx) => {
    const where = { id: viewId, OR: [{ ownerId: viewer.id }, ...shared] }
    const view = await tx.listView.findFirst({ where, select: { name: true, isShared: true } })
    const { count } = await tx.listView.deleteMany({ where })
    if (!view || count !== 1) return { ok: false, reason: 'gone' }
    const details = { name: view.name, removed: true }
    if (view.isShared) await recordDone(tx, viewer, { act: 'views.share', object: `view:${viewId}`, details }, now)
    return { ok: true }
  })
}
