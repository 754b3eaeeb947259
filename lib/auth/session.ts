import { parseSetCookieHeader } from 'better-auth/cookies'
import { cookies, headers } from 'next/headers'
import type { Database } from '@/lib/db'
import { env } from '@/lib/env'
import { pageContext } from '@/lib/page-context'
import { authFor } from './better-auth'
import { type Client, cookieNames, headersFor } from './client'
import { cookieRules } from './cookie-rules'
import { DEVICE_KEPT_DAYS, deviceCookie } from './device'
import type { Viewer } from './permissions'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
/** A session that nobody has used for so long is over. */
const IDLE_MS = 7 * DAY_MS
/** How exactly it is known when somebody was last here. */
const SEEN_EVERY_MS = 5 * MINUTE_MS

export type SignedInViewer = Viewer & { email: string; locale: string | null; hasSecondFactor: boolean }
export type CurrentSession = { id: string; viewer: SignedInViewer; confirmedAt: Date | null; client: Client }

/** Whoever asks, as the door and their browser say. */
export async function readClient(): Promise<Client> {
  const sent = await headers()
  return {
    address: pageContext()?.clientAddress ?? '',
    userAgent: (sent.get('user-agent') ?? '').slice(0, 254),
    cookies: sent.get('cookie') ?? '',
  }
}

/** What the answer's policy lets scripts run by (server/newsroom.ts). */
export async function readNonce(): Promise<string> {
  const policy = (await headers()).get('content-security-policy') ?? ''
  return /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
}

/** The session of this request, while it is good and its person has not been deactivated. */
export async function readSession(db: Database, now: Date): Promise<CurrentSession | null> {
  return sessionOf(db, await readClient(), now)
}

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

/** Hands the cookies that better-auth sets on to the browser; in an action alone, where cookies can be set. */
export async function passCookies(setCookie: Headers): Promise<void> {
  const jar = await cookies()
  const { secure } = cookieRules(env().siteUrl)
  for (const [name, { value, 'max-age': maxAge }] of parseSetCookieHeader(setCookie.get('set-cookie') ?? '')) {
    jar.set(name, value, {
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      secure,
      ...(maxAge !== undefined && { maxAge }),
    })
  }
}

/** From now on this browser is known to belong to the account (lib/auth/device.ts). */
export async function rememberDevice(email: string, now: Date): Promise<void> {
  const { secure } = cookieRules(env().siteUrl)
  const options = {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure,
    maxAge: (DEVICE_KEPT_DAYS * DAY_MS) / 1000,
  } as const
  ;(await cookies()).set(cookieNames().device, deviceCookie(email, now), options)
}

/** Takes the session's cookies back; that the browser is known stays. */
export async function takeCookies(): Promise<void> {
  const jar = await cookies()
  const { secure } = cookieRules(env().siteUrl)
  const { session, pending } = cookieNames()
  for (const name of [session, pending])
    jar.set(name, '', { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge: 0 })
}
