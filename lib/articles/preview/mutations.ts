import { recordDone } from '@/lib/audit/mutations'
import type { Viewer } from '@/lib/auth/permissions'
import type { Database, Tx } from '@/lib/db'
import { mayWith } from '../editing/ownership'
import { readOwned } from '../editing/stored-queries'
import { isShownOutside } from './sharing'

const HOUR_MS = 3_600_000

type Refused = { ok: false; reason: 'missing' | 'forbidden' | 'status' }
export type MadeLink = { ok: true; id: number; expiresAt: Date }

/** Makes a link with which anybody reads the article as it is, for so many hours. */
export function makePreviewLink(
  db: Database,
  { articleId, hours, label }: { articleId: number; hours: number; label: string },
  actor: Viewer,
  now: Date,
): Promise<MadeLink | Refused> {
  return db.$transaction(async (tx) => {
    const refusal = await refusalOf(tx, articleId, actor)
    if (refusal) return refusal
    const expiresAt = new Date(now.getTime() + hours * HOUR_MS)
    const made = { articleId, label, madeById: actor.id, madeByName: actor.name, createdAt: now, expiresAt }
    const { id } = await tx.previewLink.create({ data: made, select: { id: true } })
    const details = { link: id, until: expiresAt.toISOString(), ...(label && { label }) }
    await recordDone(tx, actor, { act: 'articles.share', object: `article:${articleId}`, details }, now)
    return { ok: true, id, expiresAt }
  })
}

/** Ends a link before its time. */
export function endPreviewLink(
  db: Database,
  { linkId }: { linkId: number },
  actor: Viewer,
  now: Date,
): Promise<{ ok: true } | Refused> {
  return db.$transaction(async (tx) => {
    const link = await tx.previewLink.findUnique({ where: { id: linkId }, select: { articleId: true } })
    if (!link) return { ok: false, reason: 'missing' }
    const owned = await readOwned(tx, link.articleId)
    if (!owned || !mayWith(actor, 'articles.share', owned)) return { ok: false, reason: 'forbidden' }
    const { count } = await tx.previewLink.updateMany({
      where: { id: linkId, revokedAt: null },
      data: { revokedAt: now, revokedByName: actor.name },
    })
    if (count !== 1) return { ok: false, reason: 'missing' }
    const ended = { act: 'articles.share', object: `article:${link.articleId}`, details: { link: linkId, ended: true } }
    await recordDone(tx, actor, ended, now)
    return { ok: true }
  })
}

async function refusalOf(tx: Tx, articleId: number, actor: Viewer): Promise<Refused | null> {
  const article = await tx.article.findUnique({
    where: { id: articleId },
    select: { status: true, trashedAt: true },
  })
  const owned = article && (await readOwned(tx, articleId))
  if (!owned) return { ok: false, reason: 'missing' }
  if (!mayWith(actor, 'articles.share', owned)) return { ok: false, reason: 'forbidden' }
  return isShownOutside(article) ? null : { ok: false, reason: 'status' }
}
