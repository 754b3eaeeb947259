import { recordDone } from '@/lib/audit/mutations'
import { may, type Viewer } from '@/lib/auth/permissions'
import { signOutEverywhere } from '@/lib/auth/sign-out'
import { ERASE_LIMIT_MS, eraseWords } from '@/lib/comments/desk-mutations'
import type { Database, Tx } from '@/lib/db'
import { transact } from '@/lib/invalidation'

type Erasing = {
  userId: string
  /** Stands in place of the name wherever the newsroom says who did something. */
  former: string
  /** The same under what they wrote for readers in comments. */
  anonymous: string
}
type Result = { ok: true } | { ok: false; reason: 'forbidden' | 'gone' | 'active' }

/**
 * Takes the name, the address and the keys of somebody who was deactivated out of their account and of all that names who did it,
 * for ever, and out of the audit log (docs/decisions/028). The account keeps its number, so that it stays one and the same who did
 * it all. Bylines stay: they are an author's, which is no account.
 */
export function eraseAccount(db: Database, erasing: Erasing, viewer: Viewer, now: Date): Promise<Result> {
  const { userId, former, anonymous } = erasing
  const erase = async (tx: Tx): Promise<Result> => {
    const person = await tx.user.findUnique({
      where: { id: userId, erasedAt: null },
      select: { id: true, name: true, email: true, deactivatedAt: true },
    })
    if (!person) return { ok: false, reason: 'gone' }
    if (!person.deactivatedAt) return { ok: false, reason: 'active' }
    await emptyAccount(tx, person, former, now)
    await takeOutOfHistory(tx, userId, former)
    if (!(await isOthersName(tx, person))) await takeOutName(tx, person.name, former)
    const of = { email: person.email, accountId: userId, anonymous }
    const { comments, reports, events } = await eraseWords(tx, of, viewer, now)
    const details = { comments, reports, events }
    await recordDone(tx, viewer, { act: 'people.erase', object: `user:${userId}`, details }, now)
    return { ok: true }
  }
  if (!may(viewer, 'people.erase', userId === viewer.id ? 'own' : 'other'))
    return Promise.resolve({ ok: false, reason: 'forbidden' })
  return transact(db, erase, ERASE_LIMIT_MS)
}

type Person = { id: string; name: string; email: string }

/** All that is left of it is its number, and what it was let do. Its address may be invited anew. */
async function emptyAccount(tx: Tx, { id, email }: Person, former: string, now: Date): Promise<void> {
  const of = { where: { userId: id } }
  await signOutEverywhere(tx, id)
  await tx.account.deleteMany(of)
  await tx.twoFactor.deleteMany(of)
  await tx.passkey.deleteMany(of)
  await tx.oneTimeLink.deleteMany({ where: { OR: [{ userId: id }, { email }] } })
  await tx.listView.deleteMany({ where: { ownerId: id, isShared: false } })
  await tx.editLock.deleteMany({ where: { holderId: id } })
  const nobody = { name: former, email: `${id}@erased.invalid`, image: null, locale: null, authorId: null }
  await tx.user.update({
    where: { id },
    data: { ...nobody, emailVerified: false, twoFactorEnabled: false, lastSignInAt: null, erasedAt: now },
    select: { id: true },
  })
}

/** Where what was done names its account. */
async function takeOutOfHistory(tx: Tx, id: string, former: string): Promise<void> {
  await tx.revision.updateMany({ where: { actorId: id }, data: { actorName: former } })
  await tx.workingCopy.updateMany({ where: { savedById: id }, data: { savedByName: former } })
  await tx.previewLink.updateMany({ where: { madeById: id }, data: { madeByName: former } })
  await tx.frontLayout.updateMany({ where: { actorId: id }, data: { actorName: former } })
  await tx.correction.updateMany({ where: { madeById: id }, data: { madeByName: former } })
  await tx.media.updateMany({ where: { uploaderId: id }, data: { uploaderName: former } })
}

/** Names by which the site says that it did something itself. */
const OWN_NAMES = new Set(['rule', 'import', 'seed', 'start', 'mail', 'command line'])

/** Where only a name says who did something, it may be somebody else's. */
async function isOthersName(tx: Tx, { id, name }: Person): Promise<boolean> {
  if (OWN_NAMES.has(name)) return true
  return (await tx.user.findFirst({ where: { name, id: { not: id } }, select: { id: true } })) !== null
}

async function takeOutName(tx: Tx, name: string, former: string): Promise<void> {
  await tx.comment.updateMany({ where: { moderatedBy: name }, data: { moderatedBy: former } })
  await tx.errorReport.updateMany({ where: { decidedByName: name }, data: { decidedByName: former } })
  await tx.redirect.updateMany({ where: { madeByName: name }, data: { madeByName: former } })
  await tx.oneTimeLink.updateMany({ where: { madeBy: name }, data: { madeBy: former } })
  await tx.frontDraft.updateMany({ where: { savedByName: name }, data: { savedByName: former } })
  await tx.previewLink.updateMany({ where: { revokedByName: name }, data: { revokedByName: former } })
  // Who sent an article back stands in the order of the letter that says so.
  const letters = await tx.job.findMany({ where: { kind: 'mail.sentBack' }, select: { id: true, payload: true } })
  for (const { id, payload } of letters) {
    if (typeof payload !== 'object' || payload === null || !('by' in payload) || payload.by !== name) continue
    await tx.job.update({ where: { id }, data: { payload: { ...payload, by: former } }, select: { id: true } })
  }
}
