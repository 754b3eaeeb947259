import { ClosedReply } from '@/components/comments/closed-reply'
import { CommentForm } from '@/components/comments/comment-form'
import { Comments } from '@/components/comments/comments'
import type { ArticleView } from '@/lib/articles/view'
import { findPreviewId, listComments } from '@/lib/comments/queries'
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
}: {
  start: PageStart
  frame: Frame
  article: ArticleView
  query: DiscussionQuery
}) {
  const previewId = parseRowId(onlyOne(query.unapproved))
  const previewed = previewId ? await findPreviewId(db, previewId, onlyOne(query['moderation-hash']), now) : []
  const own = [...(await readOwnHeldIds()), ...previewed]
  const comments = await listComments(db, article.id, own)
  const refused = pageContext()?.refusedReply ?? null
  if (refused || comments.some(({ held }) => held)) isPersonal()
  const list = <Comments frame={frame} article={article} comments={comments} />
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
  const answerable = comments.filter(({ held, kind }) => !held && kind === 'COMMENT')
  const { maxDepth } = facts.comments
  const parent = findNode(buildThread(answerable, maxDepth), parseRowId(onlyOne(query.replytocom)) ?? 0)
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
