import { recordDone, recordRefused } from '@/lib/audit/mutations'
import { newId } from '@/lib/auth/ids'
import type { MadePasskey, SignedPasskey } from '@/lib/auth/passkey-schema'
import { askToMake, askToSign, checkMade, checkSigned } from '@/lib/auth/passkeys'
import { isConfirmed } from '@/lib/auth/permissions'
import type { CurrentSession } from '@/lib/auth/session'
import { isUniqueViolation } from '@/lib/database/violations'
import type { Database } from '@/lib/db'

/** More than a person has devices. */
const PASSKEYS_MAX = 20

/** `confirm`: whoever sits there is to say first who they are; a key that a passer-by adds would stay. */
type Refused<Reason extends string = never> = { ok: false; reason: 'confirm' | Reason }

/** What the browser needs to make a passkey for the person who is signed in. */
export async function beginPasskey(db: Database, { viewer, confirmedAt }: CurrentSession, siteName: string, now: Date) {
  if (!isConfirmed(confirmedAt, now)) return { ok: false as const, reason: 'confirm' as const }
  const known = await db.passkey.findMany({
    where: { userId: viewer.id },
    select: { credentialId: true, transports: true },
  })
  if (known.length >= PASSKEYS_MAX) return { ok: false as const, reason: 'many' as const }
  return { ok: true as const, options: await askToMake(viewer, known, siteName, now) }
}

export async function addPasskey(
  db: Database,
  { name, made }: { name: string; made: MadePasskey },
  { viewer, confirmedAt }: CurrentSession,
  now: Date,
): Promise<{ ok: true } | Refused<'wrong' | 'known'>> {
  if (!isConfirmed(confirmedAt, now)) return { ok: false, reason: 'confirm' }
  const object = `user:${viewer.id}`
  const key = await checkMade(db, viewer.id, made, now)
  if (!key) {
    await recordRefused(db, viewer, { act: 'account.addPasskey', object, details: { reason: 'wrong' } }, now)
    return { ok: false, reason: 'wrong' }
  }
  try {
    await db.$transaction(async (tx) => {
      await tx.passkey.create({ data: { id: newId(), userId: viewer.id, name, ...key, createdAt: now } })
      await recordDone(tx, viewer, { act: 'account.addPasskey', object, details: { name } }, now)
    })
    return { ok: true }
  } catch (error) {
    if (isUniqueViolation(error)) return { ok: false, reason: 'known' }
    throw error
  }
}

export async function renamePasskey(
  db: Database,
  { passkeyId, name }: { passkeyId: string; name: string },
  { viewer }: CurrentSession,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: 'gone' }> {
  return db.$transaction(async (tx) => {
    const where = { id: passkeyId, userId: viewer.id }
    const was = await tx.passkey.findFirst({ where, select: { name: true } })
    const { count } = await tx.passkey.updateMany({ where, data: { name } })
    if (!was || count !== 1) return { ok: false, reason: 'gone' }
    const details = { from: was.name, to: name }
    await recordDone(tx, viewer, { act: 'account.renamePasskey', object: `user:${viewer.id}`, details }, now)
    return { ok: true }
  })
}

/** Takes a key away from one's account: it opens nothing from now on, and what it has opened stays open. */
export async function removePasskey(
  db: Database,
  { passkeyId }: { passkeyId: string },
  { viewer, confirmedAt }: CurrentSession,
  now: Date,
): Promise<{ ok: true } | Refused<'gone'>> {
  if (!isConfirmed(confirmedAt, now)) return { ok: false, reason: 'confirm' }
  return db.$transaction(async (tx) => {
    const where = { id: passkeyId, userId: viewer.id }
    const key = await tx.passkey.findFirst({ where, select: { name: true } })
    const { count } = await tx.passkey.deleteMany({ where })
    if (!key || count !== 1) return { ok: false, reason: 'gone' }
    const details = { name: key.name }
    await recordDone(tx, viewer, { act: 'account.removePasskey', object: `user:${viewer.id}`, details }, now)
    return { ok: true }
  })
}

const confirming = ({ id }: CurrentSession) => `confirm ${id}`

/** What the browser needs to have one of the person's own keys sign. */
export async function askForPasskey(db: Database, session: CurrentSession, now: Date) {
  const where = { userId: session.viewer.id }
  const known = await db.passkey.findMany({ where, select: { credentialId: true, transports: true } })
  if (!known.length) return { ok: false as const, reason: 'gone' as const }
  return { ok: true as const, options: await askToSign(confirming(session), known, now) }
}

/** Proves once more who sits there, as a password does (mutations.ts). */
export async function confirmByPasskey(
  db: Database,
  signed: SignedPasskey,
  session: CurrentSession,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: 'wrong' | 'wait' }> {
  const { viewer, client } = session
  const checked = await checkSigned(db, signed, { purpose: confirming(session), owner: viewer.id, client }, now)
  if (!checked.ok) {
    const refused = { act: 'account.confirm', object: `user:${viewer.id}`, details: { by: 'passkey' } }
    if (checked.reason === 'wrong') await recordRefused(db, viewer, refused, now)
    return { ok: false, reason: checked.reason }
  }
  await db.session.updateMany({ where: { id: session.id, userId: viewer.id }, data: { confirmedAt: now } })
  return { ok: true }
}
