import type { NewsroomFrame } from '@/lib/auth/frame'
import { undoAction } from '@/lib/comments/desk-actions'
import type { DeskQuery } from '@/lib/comments/desk-view'

/** What was just decided, and the way back. It stands in the address, so it works without script. */
export function DecidedToast({ frame, query }: { frame: NewsroomFrame; query: DeskQuery }) {
  const page = frame.words.commentsPage
  const done = page.did[String(query.did ?? '')]
  if (!done) return null
  const { undo, from } = query
  return (
    <div className="toast" role="status">
      {done}
      {typeof undo === 'string' && typeof from === 'string' ? (
        <form action={undoAction}>
          <input type="hidden" name="ids" value={undo} />
          <input type="hidden" name="from" value={from} />
          <button className="button" type="submit" data-key="z" aria-keyshortcuts="Z">
            {page.undo} <kbd>Z</kbd>
          </button>
        </form>
      ) : null}
    </div>
  )
}
