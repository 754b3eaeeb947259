import { movePlannedAction } from '@/lib/articles/planned/actions'
import type { PlannedLine } from '@/lib/articles/planned/admin-queries'
import { dateOf, dateText, isSameMonth, type Planned } from '@/lib/articles/planned/view'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { may } from '@/lib/auth/permissions'
import { noonOf } from '@/lib/calendar/days'
import { localIn } from '@/lib/calendar/local-time'
import { formatPlainNumber, formatShortWeekday, formatTime, formatWeekday } from '@/lib/i18n/format'
import { planningWordsFor } from '@/lib/i18n/planning-words'
import { writingWordsFor } from '@/lib/i18n/writing-words'
import { HeadlineLink } from '../headline-link'

type Props = { frame: NewsroomFrame; planned: Planned; day: number; isToday: boolean; lines: PlannedLine[] }

export function CalendarDay({ frame, planned, day, isToday, lines }: Props) {
  const { locale } = frame
  const words = planningWordsFor(locale).calendar
  const isOther = planned.span === 'month' && !isSameMonth(day, planned.day, locale)
  return (
    <li
      className="day"
      data-day={dateText(day)}
      data-other={isOther || undefined}
      data-empty={!lines.length || undefined}
    >
      <h2 aria-current={isToday ? 'date' : undefined}>
        <span className="weekday">{formatShortWeekday(noonOf(day), locale, 'UTC')}</span>{' '}
        <span className="date" aria-hidden="true">
          {formatPlainNumber(dateOf(day, locale), locale)}
        </span>
        <span className="unseen">{formatWeekday(noonOf(day), locale, 'UTC')}</span>
      </h2>
      {lines.length ? (
        <ol>
          {lines.map((line) => (
            <PlannedItem key={line.id} frame={frame} line={line} />
          ))}
        </ol>
      ) : (
        <p className="unseen">{words.nothing}</p>
      )}
    </li>
  )
}

/** One article at its time, and a form that gives it another: what is dragged or moved by key fills it in. */
function PlannedItem({ frame, line }: { frame: NewsroomFrame; line: PlannedLine }) {
  const { locale, zone, viewer } = frame
  const words = planningWordsFor(locale).calendar
  const { id, version, publishAt } = line
  const headline = line.headline || writingWordsFor(locale).list.untitled
  const mayMove = viewer !== null && may(viewer, 'articles.schedule', 'own')
  return (
    <li className="planned" data-planned={id} draggable={mayMove}>
      <time dateTime={publishAt.toISOString()}>{formatTime(publishAt, locale, zone)}</time>{' '}
      <HeadlineLink locale={locale} line={line} />
      {mayMove ? (
        <details className="manage">
          <summary className="button plain" aria-label={words.moveOf(headline)}>
            {words.move}
          </summary>
          <form action={movePlannedAction} className="fields">
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="version" value={version} />
            <div className="field">
              <label htmlFor={`at-${id}`}>{words.at}</label>
              <input
                id={`at-${id}`}
                name="at"
                type="datetime-local"
                required
                defaultValue={localIn(zone, publishAt)}
                dir="ltr"
              />
            </div>
            <button className="button" type="submit">
              {words.save}
            </button>
          </form>
        </details>
      ) : null}
    </li>
  )
}
