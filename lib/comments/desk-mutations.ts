import { eraseFromLog } from '@/lib/audit/erase-mutations'
import { recordDone, recordRefused } from '@/lib/audit/mutations'
import { may, type Viewer } from '@/lib/auth/permissions'
import type { Database, Tx } from '@/lib/db'
import { transact } from '@/lib/invalidation'
import { normalEmail } from '@/lib/people/email'
import { eraseReportSender } from '@/lib/reports/desk-mutations'
import { keyedHash } from '@/lib/secret'
import type { Verdict } from './moderation'
import { avatarOf, insertComments, moderate, nextCommentId, showComments } from './mutations'

type Refused = { ok: false; reason: 'forbidden' | 'gone' }
/** In how many of each they were. */
type Erased = { ok: true; comments: number; reports: number; events: number }

/** The whole audit log is looked through: a second for a million events. */
export const ERASE_LIMIT_MS = 120_000

/** Gives comments a verdict in the viewer's name. Answers the ids it changed. */
export async function decide(
  db: Database,
  { ids, verdict }: { ids: number[]; verdict: Verdict },
  viewer: Viewer,
  now: Date,
): Promise<{ ok: true; ids: number[] } | Refused> {
  if (!may(viewer, 'comments.moderate')) return { ok: false, reason: 'forbidden' }
  return transact(db, async (tx) => {
    const changed = await moderate(tx, ids, verdict, viewer.name, now)
    const details = { verdict, comments: changed }
    if (changed.length) await recordDone(tx, viewer, { act: 'comments.moderate', details }, now)
    return { ok: true, ids: changed }
  })
}

/** Changes the words of a comment: a telephone number, an insult. What stood there is in the audit log. */
export async function editComment(
  db: Database,
  { id, text }: { id: number; text: string },
  viewer: Viewer,
  now: Date,
): Promise<{ ok: true } | Refused> {
  if (!may(viewer, 'comments.moderate')) return { ok: false, reason: 'forbidden' }
  return transact(db, async (tx) => {
    const before = await tx.comment.findUnique({
      where: { id },
      select: { text: true, status: true, articleId: true },
    })
    if (!before) return { ok: false, reason: 'gone' }
    await tx.comment.update({ where: { id }, data: { text }, select: { id: true } })
    if (before.status === 'APPROVED') await showComments(tx, before.articleId)
    const details = { before: before.text }
    await recordDone(tx, viewer, { act: 'comments.edit', object: `comment:${id}`, details }, now)
    return { ok: true }
  })
}

/** Answers a comment in the viewer's own name; what is answered is approved with it, as readers would miss it else. */
export async function replyFromDesk(
  db: Database,
  { id: parentId, text }: { id: number; text: string },
  viewer: Viewer & { email: string },
  now: Date,
): Promise<{ ok: true; id: number } | Refused> {
  if (!may(viewer, 'comments.reply')) return { ok: false, reason: 'forbidden' }
  return transact(db, async (tx) => {
    const parent = await tx.comment.findUnique({ where: { id: parentId }, select: { articleId: true, status: true } })
    if (!parent || parent.status === 'TRASH') return { ok: false, reason: 'gone' }
    await moderate(tx, [parentId], 'approve', viewer.name, now)
    const id = await nextCommentId(tx)
    await insertComments(tx, [
      {
        id,
        articleId: parent.articleId,
        parentId,
        status: 'APPROVED',
        kind: 'COMMENT',
        authorName: viewer.name,
        authorUrl: null,
        text,
        createdAt: now,
        email: viewer.email,
        address: viewer.address,
        userAgent: '',
        moderatedBy: viewer.name,
        source: null,
      },
    ])
    await showComments(tx, parent.articleId)
    await recordDone(tx, viewer, { act: 'comments.reply', object: `comment:${parentId}`, details: { reply: id } }, now)
    return { ok: true, id }
  })
}

/** Whom an act was about, for the audit log: nobody reads an address back from it. */
export const personObject = (email: string): string =>
  `person:${keyedHash('erased person', normalEmail(email)).slice(0, 16)}`

/**
 * Takes a person's name, address and whereabouts from all they wrote, in comments and in reports of errors; the words stay,
 * those of comments under `anonymous`. The audit log keeps whom it was about as a hash alone, and what named them in it before
 * is taken out (docs/decisions/028). Whoever works here is named in it, and stays so.
 */
export async function erasePerson(
  db: Database,
  { email, anonymous }: { email: string; anonymous: string },
  viewer: Viewer,
  now: Date,
): Promise<Erased | Refused> {
  const person = normalEmail(email)
  const object = personObject(person)
  if (!may(viewer, 'comments.erasePerson')) {
    await recordRefused(db, viewer, { act: 'comments.erasePerson', object }, now)
    return { ok: false, reason: 'forbidden' }
  }
  const erase = async (tx: Tx): Promise<Erased | Refused> => {
    const account = await tx.user.findUnique({ where: { email: person }, select: { id: true, deactivatedAt: true } })
    const accountId = account?.deactivatedAt ? account.id : null
    const details = await eraseWords(tx, { email: person, accountId, anonymous }, viewer, now)
    if (!details.comments && !details.reports && !details.events) return { ok: false, reason: 'gone' }
    await recordDone(tx, viewer, { act: 'comments.erasePerson', object, details }, now)
    return { ok: true, ...details }
  }
  return transact(db, erase, ERASE_LIMIT_MS)
}

/**
 * The work of it: what their comments and reports say of a person, and the log. Nothing else may be written after it but events:
 * until the end of the transaction everybody who writes one waits. `accountId`: of somebody who was let in here, and is no more.
 */
export async function eraseWords(
  tx: Tx,
  { email, accountId, anonymous }: { email: string; accountId: string | null; anonymous: string },
  viewer: Viewer,
  now: Date,
): Promise<Pick<Erased, 'comments' | 'reports' | 'events'>> {
  const rows = await tx.comment.findMany({
    where: { sender: { email } },
    select: { id: true, articleId: true, status: true },
  })
  const reports = await eraseReportSender(tx, email)
  const ids = rows.map(({ id }) => id)
  await tx.comment.updateMany({
    where: { id: { in: ids } },
    data: { authorName: anonymous, authorUrl: null, avatar: avatarOf('') },
  })
  await tx.commentSender.deleteMany({ where: { commentId: { in: ids } } })
  const shown = new Set(rows.filter(({ status }) => status === 'APPROVED').map(({ articleId }) => articleId))
  if (shown.size) await showComments(tx, ...shown)
  const named = { email, accountId, comments: new Set(ids.map((id) => `comment:${id}`)) }
  const events = email ? await eraseFromLog(tx, named, viewer, now) : 0
  return { comments: ids.length, reports, events }
}
