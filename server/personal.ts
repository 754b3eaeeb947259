import type { IncomingMessage } from 'node:http'
import { HELD_COOKIE } from '@/lib/comments/token'

const HELD = new RegExp(`(?:^|;)\\s*${HELD_COOKIE}=[^;]`)

/**
 * True for a reader who waits for a comment of theirs on this article: the cookie that proves it is sent for its address
 * alone (lib/http/cookies.ts).
 */
export function isPersonalRequest({ headers }: IncomingMessage): boolean {
  return headers.cookie !== undefined && HELD.test(headers.cookie)
}
