import type { NewsroomFrame } from '@/lib/auth/frame'
import type { ModeratedComment } from '@/lib/comments/admin-queries'
import { deskPath } from '@/lib/comments/desk-view'
import { deskWordsFor } from '@/lib/i18n/desk-words'
import { distance, whenWords } from '@/lib/i18n/moments'
import { DeskColumn } from './desk-column'

/** Those that wait longest; each opens where it is decided about. */
export function WaitingComments({ frame, comments }: { frame: NewsroomFrame; comments: ModeratedComment[] }) {
  const { locale, zone, now, counts } = frame
  const page = deskWordsFor(locale).desk
  return (
    <DeskColumn
      id="waiting"
      title={page.waiting}
      locale={locale}
      count={counts.commentsWaiting}
      all={page.queue}
      href={deskPath({})}
      you
    >
      {comments.length ? null : <p className="meta">{page.nothingWaiting}</p>}
      <ul className="rows">
        {comments.map(({ id, text, authorName, createdAt, locale: language, headline }) => (
          <li className="row" key={id}>
            <div className="grow">
              <a className="said" href={deskPath({ id })} lang={language} dir="auto">
                {text.slice(0, 200)}
              </a>
              <p className="meta">
                <bdi>{authorName}</bdi> ·{' '}
                <time dateTime={createdAt.toISOString()} title={whenWords(createdAt, now, locale, zone)}>
                  {distance(createdAt, now, locale)}
                </time>{' '}
                · <bdi>{headline}</bdi>
              </p>
            </div>
          </li>
        ))}
      </ul>
    </DeskColumn>
  )
}
