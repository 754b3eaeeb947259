import type { NewsroomFrame } from '@/lib/auth/frame'
import type { DeskLine } from '@/lib/desk/admin-queries'
import { deskWordsFor } from '@/lib/i18n/desk-words'
import { formatTime } from '@/lib/i18n/format'
import { dayWord, distance, hourAhead } from '@/lib/i18n/moments'
import { HeadlineLink } from '../headline-link'

const HOUR_MS = 3_600_000
const EVERY_HOURS = 3

type Props = { frame: NewsroomFrame; lines: DeskLine[]; count: number }

/** What appears within a day, each at its hour; all times are of the site's zone. */
export function NextHours({ frame, lines, count }: Props) {
  const { locale, zone, now } = frame
  const page = deskWordsFor(locale).desk
  const city = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone
  const marks = Array.from({ length: 24 / EVERY_HOURS }, (_, i) => new Date(now.getTime() + i * EVERY_HOURS * HOUR_MS))
  return (
    <section className="strip" aria-labelledby="next">
      <div className="strip-head">
        <h2 id="next">{page.next}</h2>
        <p className="meta">{count ? page.scheduled(count, city) : page.nothingScheduled}</p>
        <a href="/admin/articles/?view=scheduled">{page.allScheduled}</a>
      </div>
      {lines.length ? (
        <>
          <ol className="hours" aria-hidden="true">
            {marks.map((mark, i) => (
              <li key={mark.getTime()}>
                {i ? formatTime(mark, locale, zone) : page.now(formatTime(mark, locale, zone))}
              </li>
            ))}
          </ol>
          <ol className="slots">
            {lines.map((line) => (
              <Slot key={line.id} frame={frame} line={line} />
            ))}
          </ol>
        </>
      ) : null}
    </section>
  )
}

function Slot({ frame, line }: { frame: NewsroomFrame; line: DeskLine }) {
  const { locale, zone, now } = frame
  const page = deskWordsFor(locale).desk
  const { publishAt } = line
  if (!publishAt) return null
  return (
    <li data-at={hourAhead(publishAt, now) ?? 0}>
      <span className="when">
        <time dateTime={publishAt.toISOString()} title={distance(publishAt, now, locale)}>
          <b>{formatTime(publishAt, locale, zone)}</b> {dayWord(publishAt, now, locale, zone)}
        </time>
        <span className="unseen">{distance(publishAt, now, locale)}</span>
        {line.hasChanges ? <span className="tag pencil">{page.changes}</span> : null}
        {line.embargoed ? <span className="tag">{page.embargo}</span> : null}
      </span>
      <HeadlineLink locale={locale} line={line} />
    </li>
  )
}
