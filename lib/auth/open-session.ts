import type { Database } from '@/lib/db'
import { authFor } from './better-auth'
import { type Client, headersFor } from './client'
import type { CurrentSession } from './session'

const MINUTE_MS = 60_000
/** A session that nobody has used for so long is over. */
const IDLE_MS = 7 * 24 * 60 * MINUTE_MS
/** How exactly it is known when somebody was last here. */
const SEEN_EVERY_MS = 5 * MINUTE_MS

/** The session that a browser says it has, while it is good and its person has not been deactivated. */
export async function sessionOf(db: Database, client: Client, now: Date): Promise<CurrentSession | null> {
  const asked = headersFor(client, 'session')
  if (!asked.has('cookie')) return null
  const found = await authFor(db).api.getSession({ headers: asked, query: { disableRefresh: true } })
  if (!found) return null
  const { id, seenAt, confirmedAt } = found.session
  const row = await db.user.findUnique({
    where: { id: found.user.id },
    select: {
      id: true,
      name: true,
      email: true,
      role: true,
      locale: true,
      authorId: true,
      twoFactorEnabled: true,
      deactivatedAt: true,
    },
  })
  const idleMs = now.getTime() - (seenAt?.getTime() ?? 0)
  if (!row || row.deactivatedAt || idleMs > IDLE_MS) {
    await db.session.deleteMany({ where: { id } })
    return null
  }
  if (idleMs > SEEN_EVERY_MS) await db.session.updateMany({ where: { id }, data: { seenAt: now } })
  const { deactivatedAt: _, twoFactorEnabled: hasSecondFactor, ...person } = row
  return {
    id,
    viewer: { ...person, hasSecondFactor, address: client.address },
    confirmedAt: confirmedAt ?? null,
    client,
  }
}
