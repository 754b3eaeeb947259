import { Pagination } from '@/components/site/pagination'
import { discussionPath } from '@/lib/articles/paths'
import type { ArticleView } from '@/lib/articles/view'
import type { DiscussionPage } from '@/lib/comments/queries'
import { buildThread } from '@/lib/comments/thread'
import type { Frame } from '@/lib/site/frame'
import { Comment, type Thread } from './comment'

/** What readers said, in threads; mentions on other sites apart from it. */
export function Comments({
  frame,
  article,
  shown: { comments, page, pages, total },
}: {
  frame: Frame
  article: ArticleView
  shown: DiscussionPage
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
  return (
    <section className="comments hang" id="comments" aria-labelledby="comments-title">
      <h2 id="comments-title">{total ? words.comments(total) : words.noCommentsYet}</h2>
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
      <Pagination
        frame={frame}
        current={page}
        last={pages}
        href={(number) => `${discussionPath(article.path, number)}#comments`}
        previousWord={words.older}
        nextWord={words.newer}
        label={words.commentPages}
      />
    </section>
  )
}
