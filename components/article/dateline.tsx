import { readingMinutes } from '@/lib/articles/reading-time'
import type { ArticleView } from '@/lib/articles/view'
import { dayIn } from '@/lib/calendar/days'
import { formatDateTime, formatTime } from '@/lib/i18n/format'
import type { Frame } from '@/lib/site/frame'

/** When it was published, when its text last changed, how long it takes to read, how much was said about it. */
export function Dateline({ frame, article }: { frame: Frame; article: ArticleView }) {
  const { words, locale, zone } = frame
  const { publishedAt, revisedAt, commentCount, commentsOpen } = article
  const sameDay = revisedAt && dayIn(zone, revisedAt) === dayIn(zone, publishedAt)
  return (
    <p className="dateline">
      <span>
        {words.published} <time dateTime={publishedAt.toISOString()}>{formatDateTime(publishedAt, locale, zone)}</time>
      </span>{' '}
      {revisedAt ? (
        <span>
          {words.updated}{' '}
          <time dateTime={revisedAt.toISOString()}>
            {sameDay ? formatTime(revisedAt, locale, zone) : formatDateTime(revisedAt, locale, zone)}
          </time>
        </span>
      ) : null}{' '}
      <span>{words.minutesToRead(readingMinutes(article.wordCount, locale))}</span>{' '}
      {commentCount > 0 ? (
        <a href="#comments">{words.comments(commentCount)}</a>
      ) : commentsOpen ? (
        <a href="#respond">{words.reply.title}</a>
      ) : null}
    </p>
  )
}
