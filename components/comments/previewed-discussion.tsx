import type { ArticleView } from '@/lib/articles/view'
import type { DiscussionPage } from '@/lib/comments/queries'
import type { Frame } from '@/lib/site/frame'
import { ClosedReply } from './closed-reply'
import { Comments } from './comments'
import { ReplyFields } from './reply-fields'

type Props = { frame: Frame; article: ArticleView; shown: DiscussionPage | null }

/** What stands below an article that is previewed: what readers have said of it, and a form that sends nothing. */
export function PreviewedDiscussion({ frame, article, shown }: Props) {
  const { reply, preview } = frame.words
  return (
    <>
      {shown ? <Comments frame={frame} article={{ ...article, commentsOpen: false }} shown={shown} /> : null}
      {article.commentsOpen ? (
        <section className="comment-form hang" aria-labelledby="reply-title">
          <h2 id="reply-title">{reply.title}</h2>
          <div>
            <fieldset disabled>
              <p className="notice">{preview.form}</p>
              <ReplyFields frame={frame} />
              <button type="button">{reply.submit}</button>
            </fieldset>
          </div>
        </section>
      ) : null}
      {!article.commentsOpen && article.commentCount > 0 ? <ClosedReply frame={frame} refused={null} /> : null}
    </>
  )
}
