import { getDiscussionPage } from '@/lib/comments/queries'
import type { CommentView } from '@/lib/comments/view'
import type { Database } from '@/lib/db'

/** What a reader sees of an article's discussion on its first page. */
export async function listComments(db: Database, articleId: number, ownHeldIds: number[] = []): Promise<CommentView[]> {
  const shown = await getDiscussionPage(db, articleId, 5, { ownHeldIds })
  return shown?.comments ?? []
}
