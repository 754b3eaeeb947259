import { cookies, headers } from 'next/headers'
import { HELD_COOKIE, heldCookie, readHeldCookie } from '@/lib/comments/token'
import { env } from '@/lib/env'

/** Name, e-mail and website of whoever asked to be remembered: the one cookie that script may read, to fill the form. */
const WRITER = 'comment_author'
const YEAR_SECONDS = 365 * 86_400

export type Writer = { name: string; email: string; url: string }

/** Which held comments on this article are this browser's own. */
export async function readOwnHeldIds(): Promise<number[]> {
  return readHeldCookie((await cookies()).get(HELD_COOKIE)?.value)
}

/**
 * Remembers who wrote, and a held comment as theirs. That it is held is sent back for the article at `path` alone: every
 * other page they read is everybody's.
 */
export async function rememberWriter(writer: Writer, heldId: number | null, path: string): Promise<void> {
  const jar = await cookies()
  const secure = env().siteUrl.startsWith('https:')
  const options = { sameSite: 'lax', secure, maxAge: YEAR_SECONDS } as const
  jar.set(WRITER, JSON.stringify(writer), { ...options, path: '/' })
  if (heldId === null) return
  const held = [...readHeldCookie(jar.get(HELD_COOKIE)?.value), heldId]
  jar.set(HELD_COOKIE, heldCookie(held), { ...options, path, httpOnly: true })
}

/** Whoever does not ask to be remembered is forgotten. */
export async function forgetWriter(path: string): Promise<void> {
  const jar = await cookies()
  if (jar.has(WRITER)) jar.delete(WRITER)
  if (jar.has(HELD_COOKIE)) jar.delete({ name: HELD_COOKIE, path })
}

export async function readUserAgent(): Promise<string> {
  return (await headers()).get('user-agent') ?? ''
}
