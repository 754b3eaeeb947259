import { cookies, headers } from 'next/headers'
import { z } from 'zod'
import { heldCookie, readHeldCookie } from '@/lib/comments/token'
import { env } from '@/lib/env'

/** Name, e-mail and website of whoever asked to be remembered: the one cookie that script may read, to fill the form. */
const WRITER = 'comment_author'
/** Which held comments are this browser's own. */
const HELD = 'comment_held'
const YEAR_SECONDS = 365 * 86_400

const writerSchema = z.object({ name: z.string().max(245), email: z.string().max(100), url: z.string().max(400) })
export type Writer = z.infer<typeof writerSchema>

/** Who asked in this browser to be remembered; null where nobody did, or the cookie is not ours. */
export async function readWriter(): Promise<Writer | null> {
  const value = (await cookies()).get(WRITER)?.value
  if (!value) return null
  try {
    return writerSchema.parse(JSON.parse(value))
  } catch {
    return null // a cookie that somebody else wrote
  }
}

export async function readOwnHeldIds(): Promise<number[]> {
  return readHeldCookie((await cookies()).get(HELD)?.value)
}

/** Remembers who wrote, and a held comment as theirs. */
export async function rememberWriter(writer: Writer, heldId: number | null): Promise<void> {
  const jar = await cookies()
  const secure = env().siteUrl.startsWith('https:')
  const options = { path: '/', sameSite: 'lax', secure, maxAge: YEAR_SECONDS } as const
  jar.set(WRITER, JSON.stringify(writer), options)
  if (heldId === null) return
  const held = [...readHeldCookie(jar.get(HELD)?.value), heldId]
  jar.set(HELD, heldCookie(held), { ...options, httpOnly: true })
}

/** Whoever does not ask to be remembered is forgotten. */
export async function forgetWriter(): Promise<void> {
  const jar = await cookies()
  for (const name of [WRITER, HELD]) if (jar.has(name)) jar.delete(name)
}

export async function readUserAgent(): Promise<string> {
  return (await headers()).get('user-agent') ?? ''
}
