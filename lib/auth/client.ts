import { parseCookies } from 'better-auth/cookies'
import { env } from '@/lib/env'
import { ADDRESS_HEADER } from './better-auth'
import { cookieRules } from './cookie-rules'

/** Whoever asks, as the door saw them. */
export type Client = {
  address: string
  userAgent: string
  /** The request's Cookie header. */
  cookies: string
}

export const cookieNames = () => {
  const { prefix } = cookieRules(env().siteUrl)
  return { session: `${prefix}.session_token`, pending: `${prefix}.two_factor`, device: `${prefix}.device` }
}

/** The value of one cookie, decoded. */
export const cookieOf = (client: Client, name: string): string | undefined => parseCookies(client.cookies).get(name)

/**
 * What better-auth is told of a request: where it came from, and of its cookies only the one that this question is about. A
 * session that is still open must not answer for a second factor of somebody else.
 */
export function headersFor(client: Client, cookie?: 'session' | 'pending'): Headers {
  const headers = new Headers({ 'user-agent': client.userAgent, [ADDRESS_HEADER]: client.address })
  const name = cookie && cookieNames()[cookie]
  const value = name && rawCookie(client.cookies, name)
  if (value) headers.set('cookie', `${name}=${value}`)
  return headers
}

function rawCookie(header: string, name: string): string | undefined {
  for (const part of header.split(/;\s*/)) if (part.startsWith(`${name}=`)) return part.slice(name.length + 1)
  return undefined
}
