import type { NewsroomFrame } from '@/lib/auth/frame'
import type { ModeratedComment } from '@/lib/comments/admin-queries'
import { decideAction } from '@/lib/comments/desk-actions'
import { type DeskView, deskPath } from '@/lib/comments/desk-view'
import { formatDateTime } from '@/lib/i18n/format'
import { VerdictButtons } from './verdict-buttons'

type Props = {
  frame: NewsroomFrame
  view: DeskView
  queue: { comments: ModeratedComment[]; more: boolean }
  openId: number | null
}

/** One list of the desk. Boxes decide about several at once. */
export function CommentQueue({ frame, view, queue, openId }: Props) {
  const { words, locale, zone } = frame
  const page = words.commentsPage
  if (!queue.comments.length) {
    return (
      <div className="empty">
        <p className="serif">{page.empty[view.view]}</p>
        {view.find ? <a href={deskPath({ view: view.view })}>{page.all}</a> : null}
      </div>
    )
  }
  return (
    <nav className="held" aria-label={page.views[view.view]}>
      <form action={decideAction} id="several">
        <input type="hidden" name="from" value={view.view} />
        <ol>
          {queue.comments.map(({ id, authorName, text, createdAt, locale: language }) => (
            <li key={id} className="pickable">
              <input type="checkbox" name="id" value={id} aria-label={page.choose(authorName)} />
              <a href={deskPath({ ...view, id })} aria-current={id === openId ? 'true' : undefined} data-comment={id}>
                <span className="who">
                  <b>
                    <bdi>{authorName}</bdi>
                  </b>
                  <span className="meta ago">
                    <time dateTime={createdAt.toISOString()}>{formatDateTime(createdAt, locale, zone)}</time>
                  </span>
                </span>
                <span className="said" lang={language} dir="auto">
                  {text.slice(0, 200)}
                </span>
              </a>
            </li>
          ))}
        </ol>
        <fieldset className="bulk">
          <legend>{page.chosen}</legend>
          <VerdictButtons words={words} view={view.view} />
        </fieldset>
      </form>
      <p className="pager">
        {view.page > 1 ? <a href={deskPath({ ...view, id: null, page: view.page - 1 })}>{page.previous}</a> : null}
        {queue.more ? <a href={deskPath({ ...view, id: null, page: view.page + 1 })}>{page.next}</a> : null}
      </p>
    </nav>
  )
}
