import { expiresAt } from '@/lib/page-context'
import type { CommentSettings } from '@/lib/site/settings'
import { closesAt, isOpen } from './closing'

/** True while readers may reply, for a page or an answer that is kept: it is made anew when the discussion closes. */
export function isShownOpen(
  article: { commentsOpen: boolean; publishedAt: Date | null },
  settings: Pick<CommentSettings, 'closeAfterDays'>,
  now: Date,
): boolean {
  const open = isOpen(article, settings, now)
  const closing = closesAt(article.publishedAt, settings)
  if (open && closing) expiresAt(closing)
  return open
}
