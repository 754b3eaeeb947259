import { plainAction } from '@/components/site/plain-action'
import { encodePath } from '@/lib/articles/paths'
import type { ArticleView } from '@/lib/articles/view'
import { leaveReplyAction } from '@/lib/comments/actions'
import { type ReplyValues, TRAP_FIELD } from '@/lib/comments/reply'
import type { RefusedReply } from '@/lib/page-context'
import type { Frame } from '@/lib/site/frame'
import { ErrorSummary } from './error-summary'
import { ReplyFields } from './reply-fields'

export type ReplyForm = {
  /** Signed, of the article and the hour. */
  token: string
  /** The comment that is answered; null for one to the article. */
  parent: { id: number; authorName: string } | null
  /** What was refused a moment ago. */
  refused: RefusedReply | null
}

/** "Leave a Reply": a plain form whose action is ours; it works from any page it stands on, without script. */
export function CommentForm({ frame, article, form }: { frame: Frame; article: ArticleView; form: ReplyForm }) {
  const { words } = frame
  const { reply } = words
  const { token, parent, refused } = form
  const values: Partial<ReplyValues> = refused?.values ?? {}
  const errors = refused?.errors ?? {}
  return (
    <section
      className="comment-form hang"
      id="respond"
      aria-labelledby="reply-title"
      data-cancel={reply.cancel}
      data-title-to={reply.titleTo('%s')}
    >
      <h2 id="reply-title">{parent ? reply.titleTo(parent.authorName) : reply.title}</h2>
      <div>
        {parent ? (
          <p className="note">
            <a href={`${encodePath(article.path)}#respond`} rel="nofollow">
              {reply.cancel}
            </a>
          </p>
        ) : null}
        <form action={plainAction(leaveReplyAction)} id="commentform">
          <ErrorSummary frame={frame} errors={errors} />
          <ReplyFields frame={frame} values={values} errors={errors} />
          <p className="visually-hidden" aria-hidden="true">
            <label htmlFor={TRAP_FIELD}>{reply.leaveEmpty}</label>
            <input id={TRAP_FIELD} name={TRAP_FIELD} type="text" tabIndex={-1} autoComplete="off" />
          </p>
          <input type="hidden" name="comment_post_ID" value={article.id} />
          <input type="hidden" name="comment_parent" value={parent?.id ?? 0} />
          <input type="hidden" name="token" value={token} />
          <button type="submit" name="submit" id="submit">
            {reply.submit}
          </button>
        </form>
      </div>
    </section>
  )
}
