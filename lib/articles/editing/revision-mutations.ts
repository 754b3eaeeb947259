import type { Viewer } from '@/lib/auth/permissions'
import type { Tx } from '@/lib/db'
import type { Content } from './content'
import { joins, type Why } from './revision'

/** Whoever saved; a job saves in the name of whoever set it. */
export type Saver = Pick<Viewer, 'id' | 'name'>

export type Keeping = { articleId: number; content: Content; why: Why; note?: string }

/** Keeps what an article says now, so that the latest revision is always what was last saved. */
export async function keepRevision(tx: Tx, { articleId, content, why, note }: Keeping, saver: Saver, now: Date) {
  const latest = await tx.revision.findFirst({
    where: { articleId },
    orderBy: { id: 'desc' },
    select: { id: true, why: true, actorId: true, createdAt: true },
  })
  const next = { why, actorId: saver.id, createdAt: now }
  if (latest && joins(latest, next)) {
    await tx.revision.update({ where: { id: latest.id }, data: { content, savedAt: now }, select: { id: true } })
    return
  }
  const row = { ...next, articleId, content, note: note ?? null, actorName: saver.name, savedAt: now }
  await tx.revision.create({ data: row, select: { id: true } })
}

/** Before the first change here of what came from elsewhere: its text as it was. */
export async function keepFound(tx: Tx, articleId: number, content: Content, at: Date): Promise<void> {
  const known = await tx.revision.findFirst({ where: { articleId }, select: { id: true } })
  if (known) return
  const row = { articleId, content, why: 'found' satisfies Why, createdAt: at, savedAt: at }
  await tx.revision.create({ data: row, select: { id: true } })
}
