import type { CommentSettings } from '@/lib/site/settings'

const DAY_MS = 86_400_000

/** When an article's discussion is closed by its age; null: never. */
export function closesAt(
  publishedAt: Date | null,
  { closeAfterDays }: Pick<CommentSettings, 'closeAfterDays'>,
): Date | null {
  if (!closeAfterDays || !publishedAt) return null
  return new Date(publishedAt.getTime() + closeAfterDays * DAY_MS)
}

/** True while readers may reply: from that very millisecond on they may not. */
export function isOpen(
  article: { commentsOpen: boolean; publishedAt: Date | null },
  settings: Pick<CommentSettings, 'closeAfterDays'>,
  now: Date,
): boolean {
  const closing = closesAt(article.publishedAt, settings)
  return article.commentsOpen && (closing === null || now < closing)
}
