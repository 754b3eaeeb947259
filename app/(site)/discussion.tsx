import { ClosedReply } from '@/components/comments/closed-reply'
import { CommentForm } from '@/components/comments/comment-form'
import { Comments } from '@/components/comments/comments'
import { answerWith } from '@/lib/answer-with'
import { encodePath } from '@/lib/articles/paths'
import type { ArticleView } from '@/lib/articles/view'
import { type DiscussionPage, findPreviewId, getDiscussionPage } from '@/lib/comments/queries'
import { parseRowId } from '@/lib/comments/row-id'
import { buildThread, findNode } from '@/lib/comments/thread'
import { FORM_LIFETIME_MS, replyToken } from '@/lib/comments/token'
import { readOwnHeldIds } from '@/lib/http/cookies'
import { expiresAt, isPersonal, pageContext } from '@/lib/page-context'
import type { Frame } from '@/lib/site/frame'
import type { PageStart } from '@/lib/site/page-frame'

/** What of the address concerns the discussion; whatever else it says is ignored. */
export type DiscussionQuery = Partial<Record<'replytocom' | 'unapproved' | 'moderation-hash', string | string[]>>

/** A parameter that is there twice is none of ours. */
const onlyOne = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '')

/** What a page shows of an article's discussion. */
export type DiscussionView = {
  shown: DiscussionPage
  /** The comment that the reader answers, by the address. */
  answered: number | undefined
}

/**
 * Reads the part of the discussion that the address asks for. `page`: which page of it; none: the first, or where the comment
 * in question stands. Null where there is no such page, and the answer leads to the article.
 */
export async function readDiscussion(
  { db, facts, now }: PageStart,
  article: ArticleView,
  query: DiscussionQuery,
  page: number | undefined,
): Promise<DiscussionView | null> {
  const previewId = parseRowId(onlyOne(query.unapproved))
  const previewed = previewId ? await findPreviewId(db, previewId, onlyOne(query['moderation-hash']), now) : []
  const own = [...(await readOwnHeldIds()), ...previewed]
  const answered = parseRowId(onlyOne(query.replytocom)) ?? undefined
  const part = { page, commentId: previewed[0] ?? answered, ownHeldIds: own }
  const shown = await getDiscussionPage(db, article.id, facts.comments.maxDepth, part)
  if (!shown) {
    answerWith(301, encodePath(article.path))
    return null
  }
  if (pageContext()?.refusedReply || shown.comments.some(({ held }) => held)) isPersonal()
  return { shown, answered }
}

/** An article's comments and the form. */
export function Discussion({
  start: { facts, now },
  frame,
  article,
  discussion: { shown, answered },
}: {
  start: PageStart
  frame: Frame
  article: ArticleView
  discussion: DiscussionView
}) {
  const { maxDepth } = facts.comments
  const refused = pageContext()?.refusedReply ?? null
  const list = <Comments frame={frame} article={article} shown={shown} />
  if (!article.commentsOpen) {
    const closed = article.commentCount > 0 || refused ? <ClosedReply frame={frame} refused={refused} /> : null
    return (
      <>
        {list}
        {closed}
      </>
    )
  }
  expiresAt(new Date(now.getTime() + FORM_LIFETIME_MS))
  const answerable = shown.comments.filter(({ held, kind }) => !held && kind === 'COMMENT')
  const parent = findNode(buildThread(answerable, maxDepth), answered ?? 0)
  const form = {
    token: replyToken(article.id, now),
    parent: parent && parent.depth < maxDepth ? parent : null,
    refused,
  }
  return (
    <>
      {list}
      <CommentForm frame={frame} article={article} form={form} />
    </>
  )
}
