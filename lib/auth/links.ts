import { createHash, randomBytes } from 'node:crypto'
import type { LinkKind, Role } from '@/generated/sqlite/enums'
import type { Database, Tx } from '@/lib/db'

const HOUR_MS = 3_600_000
/** How long each is good; null: until it is used. */
const LIFETIMES_MS: Record<LinkKind, number | null> = {
  FIRST_ADMIN: null,
  SIGN_IN: HOUR_MS / 6,
  INVITATION: 7 * 24 * HOUR_MS,
  RESET: 24 * HOUR_MS,
}

type NewLink = {
  kind: LinkKind
  userId?: string
  email?: string
  name?: string
  role?: Role
  locale?: string | null
  madeBy: string
}

export type Link = {
  id: number
  kind: LinkKind
  userId: string | null
  email: string | null
  name: string | null
  role: Role | null
  locale: string | null
}

const select = { id: true, kind: true, userId: true, email: true, name: true, role: true, locale: true } as const
const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** Makes a link and answers its token, which is stored nowhere: 256 random bits. */
export async function addLink(tx: Database | Tx, link: NewLink, now: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const lifetime = LIFETIMES_MS[link.kind]
  const expiresAt = lifetime === null ? null : new Date(now.getTime() + lifetime)
  await tx.oneTimeLink.create({ data: { ...link, hash: hashOf(token), createdAt: now, expiresAt } })
  return token
}

/** Another token for an invitation that can still be taken up, in the place of the one it had; null where it cannot. */
export async function renewLink(db: Database, id: number, now: Date): Promise<string | null> {
  const token = randomBytes(32).toString('base64url')
  const { count } = await db.oneTimeLink.updateMany({ where: { id, ...good(now) }, data: { hash: hashOf(token) } })
  return count === 1 ? token : null
}

/** Where the link leads. Looking at the page uses nothing up: mail programs look before people do. */
export const linkAddress = (siteUrl: string, token: string): string => `${siteUrl}/login/link/?token=${token}`

const good = (now: Date) => ({ usedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] })

/** The link, while it can be used. */
export async function findLink(db: Database, token: string, now: Date): Promise<Link | null> {
  const link = await db.oneTimeLink.findFirst({ where: { hash: hashOf(token), ...good(now) }, select })
  if (link?.kind === 'FIRST_ADMIN' && !(await needsFirstAdmin(db))) return null
  return link
}

/** Uses the link up, for whoever of several comes first; null for all others. */
export async function consumeLink(tx: Tx, token: string, now: Date): Promise<Link | null> {
  const hash = hashOf(token)
  const { count } = await tx.oneTimeLink.updateMany({ where: { hash, ...good(now) }, data: { usedAt: now } })
  if (count !== 1) return null
  const link = await tx.oneTimeLink.findUniqueOrThrow({ where: { hash }, select })
  // Found in a log a year later it must not make another admin.
  if (link.kind === 'FIRST_ADMIN' && !(await needsFirstAdmin(tx))) return null
  return link
}

/** True while nobody could have let anybody else in: no password is set, and no admin has ever signed in. */
export async function needsFirstAdmin(db: Database | Tx): Promise<boolean> {
  const withPassword = await db.account.count({ where: { password: { not: null } } })
  if (withPassword > 0) return false
  return (await db.user.count({ where: { role: 'ADMIN', lastSignInAt: { not: null } } })) === 0
}

/** A new link for the first admin, in the place of the one before it; null where there is an admin already. */
export async function replaceFirstAdminLink(db: Database, now: Date): Promise<string | null> {
  if (!(await needsFirstAdmin(db))) return null
  return db.$transaction(async (tx) => {
    await tx.oneTimeLink.deleteMany({ where: { kind: 'FIRST_ADMIN', usedAt: null } })
    return addLink(tx, { kind: 'FIRST_ADMIN', role: 'ADMIN', madeBy: 'start' }, now)
  })
}
