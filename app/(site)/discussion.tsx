import { ClosedReply } from '@/components/comments/closed-reply'
import { CommentForm } from '@/components/comments/comment-form'
import { Comments } from '@/components/comments/comments'
import { answerWith } from '@/lib/answer-with'
import { encodePath } from '@/lib/articles/paths'
import type { ArticleView } from '@/lib/articles/view'
import { closesAt, isOpen } from '@/lib/comments/closing'
import { findPreviewId, getDiscussionPage } from '@/lib/comments/queries'
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

/** An article's comments and the form. */
export async function Discussion({
  start: { db, facts, now },
  frame,
  article,
  query,
  page,
}: {
  start: PageStart
  frame: Frame
  article: ArticleView
  query: DiscussionQuery
  /** Which page of the discussion the address asks for; none: the first, or where the comment in question stands. */
  page?: number | undefined
}) {
  const previewId = parseRowId(onlyOne(query.unapproved))
  const previewed = previewId ? await findPreviewId(db, previewId, onlyOne(query['moderation-hash']), now) : []
  const own = [...(await readOwnHeldIds()), ...previewed]
  const { maxDepth } = facts.comments
  const answered = parseRowId(onlyOne(query.replytocom)) ?? undefined
  const part = { page, commentId: previewed[0] ?? answered, ownHeldIds: own }
  const shown = await getDiscussionPage(db, article.id, maxDepth, part)
  if (!shown) {
    answerWith(301, encodePath(article.path))
    return null
  }
  const { comments } = shown
  const refused = pageContext()?.refusedReply ?? null
  if (refused || comments.some(({ held }) => held)) isPersonal()
  const list = <Comments frame={frame} article={article} shown={shown} />
  const closing = closesAt(article.publishedAt, facts.comments)
  if (closing && article.commentsOpen && now < closing) expiresAt(closing)
  if (!isOpen(article, facts.comments, now)) {
    const closed = article.commentCount > 0 || refused ? <ClosedReply frame={frame} refused={refused} /> : null
    return (
      <>
        {list}
        {closed}
      </>
    )
  }
  expiresAt(new Date(now.getTime() + FORM_LIFETIME_MS))
  const answerable = comments.filter(({ held, kind }) => !held && kind === 'COMMENT')
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
