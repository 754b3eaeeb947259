import type { RefusedReply } from '@/lib/page-context'
import type { Frame } from '@/lib/site/frame'
import { ErrorSummary } from './error-summary'

/** Where comments are closed: that they are, and the words of whoever wrote one all the same. */
export function ClosedReply({ frame, refused }: { frame: Frame; refused: RefusedReply | null }) {
  const { words } = frame
  if (!refused) return <p className="note hang">{words.reply.closed}</p>
  return (
    <section className="comment-form hang" id="respond" aria-labelledby="reply-title">
      <h2 id="reply-title">{words.reply.closed}</h2>
      <div>
        <ErrorSummary frame={frame} errors={refused.errors} />
        <div className="field">
          <label htmlFor="comment">{words.refused.yourWords}</label>
          <textarea id="comment" rows={8} readOnly dir="auto" defaultValue={refused.values.comment} />
        </div>
      </div>
    </section>
  )
}
