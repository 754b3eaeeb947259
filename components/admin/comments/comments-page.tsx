import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import type { Case, ModeratedComment } from '@/lib/comments/admin-queries'
import { type DeskQuery, type DeskView, deskPath, VIEW_NAMES, type View } from '@/lib/comments/desk-view'
import { formatCount } from '@/lib/i18n/format'
import { NewsroomPage } from '../page'
import { CommentCase } from './comment-case'
import { CommentKeys } from './comment-keys'
import { CommentQueue } from './comment-queue'
import { DecidedToast } from './decided-toast'

type Props = {
  frame: NewsroomFrame
  view: DeskView
  queue: { comments: ModeratedComment[]; more: boolean }
  counts: Record<View, number>
  /** The comment that is decided about. */
  open: Case | null
  holdLinks: number
  state: FormState | undefined
  query: DeskQuery
}

/** The moderator's desk: what waits, the comment in its thread, the person. The next one opens by itself. */
export function CommentsPage({ frame, view, queue, counts, open, holdLinks, state, query }: Props) {
  const { words, locale } = frame
  const page = words.commentsPage
  return (
    <NewsroomPage frame={frame} title={words.comments} section="comments">
      <div className="page-head head-views">
        <h1>{words.comments}</h1>
        <nav className="views" aria-label={page.kinds}>
          {VIEW_NAMES.map((name) => (
            <a key={name} href={deskPath({ view: name })} aria-current={name === view.view ? 'page' : undefined}>
              {page.views[name]}{' '}
              <span className={name === 'held' && counts.held ? 'count you' : 'count'}>
                {formatCount(counts[name], locale)}
              </span>
            </a>
          ))}
        </nav>
      </div>
      <search>
        <form className="finder" action="/admin/comments/">
          {view.view === 'held' ? null : <input type="hidden" name="view" value={view.view} />}
          <label htmlFor="find">{page.find}</label>
          <input id="find" name="find" type="search" defaultValue={view.find} dir="ltr" autoComplete="off" />
          <button className="button" type="submit">
            {page.search}
          </button>
        </form>
      </search>
      <div className={view.id === null ? 'queue' : 'queue has-case'}>
        <CommentQueue frame={frame} view={view} queue={queue} openId={open?.id ?? null} />
        {open ? <CommentCase frame={frame} view={view} open={open} holdLinks={holdLinks} state={state} /> : null}
      </div>
      <DecidedToast frame={frame} query={query} />
      <CommentKeys />
    </NewsroomPage>
  )
}
