import { parseSetCookieHeader } from 'better-auth/cookies'
import { cookies, headers } from 'next/headers'
import type { Database } from '@/lib/db'
import { env } from '@/lib/env'
import { pageContext } from '@/lib/page-context'
import { type Client, cookieNames } from './client'
import { cookieRules } from './cookie-rules'
import { DEVICE_KEPT_DAYS, deviceCookie } from './device'
import { sessionOf } from './open-session'
import type { Viewer } from './permissions'

const DAY_MS = 86_400_000

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
