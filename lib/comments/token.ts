import { isSignature, keyedHash } from '@/lib/secret'

const HOUR_MS = 3_600_000
/** A form of a page that was kept open, or kept by a cache, for a week is still believed. */
const GOOD_FOR_HOURS = 7 * 24
/** A page with a form is made anew after this, so that its token never gets old enough to matter. */
export const FORM_LIFETIME_MS = 24 * HOUR_MS

/**
 * Says that a form came from a page of ours, of this article and hour. The same for every reader, so that a kept page can
 * carry it.
 */
export function replyToken(articleId: number, now: Date): string {
  const hour = Math.floor(now.getTime() / HOUR_MS)
  return `${hour}.${keyedHash('reply', `${articleId} ${hour}`)}`
}

/** True for a token of this article that is not older than a week, nor from the future. */
export function isReplyToken(token: string, articleId: number, now: Date): boolean {
  const [hour = '', signature = ''] = token.split('.')
  if (!/^\d{1,9}$/.test(hour)) return false
  const age = Math.floor(now.getTime() / HOUR_MS) - Number(hour)
  return age >= 0 && age <= GOOD_FOR_HOURS && isSignature('reply', `${articleId} ${hour}`, signature)
}

/** How long the address that shows a held comment to its writer is good. */
const PREVIEW_MS = 10 * 60_000

/** Proves in an address, for ten minutes, that whoever has it wrote the held comment. */
export function previewHash(commentId: number, createdAt: Date): string {
  return keyedHash('preview', `${commentId} ${createdAt.getTime()}`)
}

export function isPreviewHash(hash: string, commentId: number, createdAt: Date, now: Date): boolean {
  const age = now.getTime() - createdAt.getTime()
  return age >= 0 && age <= PREVIEW_MS && isSignature('preview', `${commentId} ${createdAt.getTime()}`, hash)
}

/** Name of the cookie of heldCookie(). */
export const HELD_COOKIE = 'comment_held'
const HELD_KEPT = 10

/** The cookie that proves which held comments are a browser's own: ids, each with its signature. */
export function heldCookie(ids: number[]): string {
  return ids
    .slice(-HELD_KEPT)
    .map((id) => `${id}.${keyedHash('held', String(id))}`)
    .join('~')
}

/** The ids in such a cookie whose signature is ours. */
export function readHeldCookie(value: string | undefined): number[] {
  return (value ?? '')
    .split('~')
    .slice(0, HELD_KEPT)
    .flatMap((entry) => {
      const [id = '', signature = ''] = entry.split('.')
      return /^\d{1,15}$/.test(id) && isSignature('held', id, signature) ? [Number(id)] : []
    })
}
