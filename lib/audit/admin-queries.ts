import { may, type Viewer } from '@/lib/auth/permissions'
import type { Database } from '@/lib/db'

export type AuditLine = {
  id: number
  at: Date
  actorName: string
  act: string
  object: string
  /** The name of whom it was done to, where that is a person. */
  objectName: string | null
  refused: boolean
  details: Record<string, unknown>
  address: string
}

export const AUDIT_PAGE = 50

/** The audit log, newest first, below `before` (an id) where that is given. Null for whoever may not read it. */
export async function listAuditEvents(
  db: Database,
  viewer: Viewer,
  before: number | null,
): Promise<AuditLine[] | null> {
  if (!may(viewer, 'audit.read')) return null
  const rows = await db.auditEvent.findMany({
    where: before === null ? {} : { id: { lt: before } },
    orderBy: { id: 'desc' },
    take: AUDIT_PAGE,
  })
  const ids = rows.flatMap(({ object }) => (object.startsWith('user:') ? [object.slice('user:'.length)] : []))
  const users = await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  const names = new Map(users.map(({ id, name }) => [`user:${id}`, name]))
  return rows.map(({ id, at, actorName, act, object, result, details, address }) => ({
    ...{ id, at, actorName, act, object, address },
    objectName: names.get(object) ?? null,
    refused: result === 'REFUSED',
    details: details as Record<string, unknown>,
  }))
}
