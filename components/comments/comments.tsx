import type { ArticleView } from '@/lib/articles/view'
import { buildThread } from '@/lib/comments/thread'
import type { CommentView } from '@/lib/comments/view'
import type { Frame } from '@/lib/site/frame'
import { Comment, type Thread } from './comment'

/** What readers said, in threads; mentions on other sites apart from it. */
export function Comments({
  frame,
  article,
  comments,
}: {
  frame: Frame
  article: ArticleView
  comments: CommentView[]
}) {
  if (!comments.length) return null
  const { words, facts } = frame
  const { maxDepth } = facts.comments
  const thread: Thread = {
    frame,
    path: article.path,
    open: article.commentsOpen,
    maxDepth,
  }
  const written = buildThread(
    comments.filter(({ kind }) => kind === 'COMMENT'),
    maxDepth,
  )
  const pings = buildThread(
    comments.filter(({ kind }) => kind !== 'COMMENT'),
    1,
  )
  const approved = comments.filter(({ held, kind }) => !held && kind === 'COMMENT').length
  return (
    <section className="comments hang" id="comments" aria-labelledby="comments-title">
      <h2 id="comments-title">{approved ? words.comments(approved) : words.noCommentsYet}</h2>
      <ol className="comment-thread">
        {written.map((comment) => (
          <Comment key={comment.id} thread={thread} comment={comment} />
        ))}
      </ol>
      {pings.length ? (
        <>
          <h3>{words.reply.pings}</h3>
          <ol className="comment-thread ping-list">
            {pings.map((ping) => (
              <Comment key={ping.id} thread={thread} comment={ping} />
            ))}
          </ol>
        </>
      ) : null}
    </section>
  )
}
