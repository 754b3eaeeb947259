import type { PlannedLine } from '@/lib/articles/planned/admin-queries'
import { type Planned, plannedPath, turned, weeksOf } from '@/lib/articles/planned/view'
import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { dayIn, noonOf } from '@/lib/calendar/days'
import { formatDate, formatMonthIn, formatShortDate } from '@/lib/i18n/format'
import { whenWords } from '@/lib/i18n/moments'
import { planningWordsFor } from '@/lib/i18n/planning-words'
import { writingWordsFor } from '@/lib/i18n/writing-words'
import { Icon } from '../icon'
import { NewsroomPage } from '../page'
import { CalendarDay } from './calendar-day'
import { CalendarMoves } from './calendar-moves'

type Props = { frame: NewsroomFrame; planned: Planned; lines: PlannedLine[]; state: FormState | undefined }

/** What will appear, on the days of the site's zone: a week or a month, each day a list. */
export function CalendarPage({ frame, planned, lines, state }: Props) {
  const { locale, zone, now } = frame
  const words = planningWordsFor(locale).calendar
  const { span, day } = planned
  const weeks = weeksOf(planned, locale)
  const today = dayIn(zone, now)
  return (
    <NewsroomPage frame={frame} title={words.title} section="articles">
      <div className="page-head">
        <div className="grow">
          <h1>
            {words.title}: {titleOf(planned, weeks, locale)}
          </h1>
          <p className="meta">
            {words.intro(cityOf(zone))} {words.count(lines.length)}
          </p>
        </div>
        <nav className="views" aria-label={words.span}>
          {(['week', 'month'] as const).map((one) => (
            <a key={one} href={plannedPath({ span: one, day })} aria-current={one === span ? 'page' : undefined}>
              {words.spans[one]}
            </a>
          ))}
        </nav>
        <span className="actions">
          <a className="button" href={plannedPath(turned(planned, locale, -1))} rel="prev">
            {words.previous[span]}
          </a>
          <a className="button" href={plannedPath({ span, day: today })}>
            {words.today}
          </a>
          <a className="button" href={plannedPath(turned(planned, locale, 1))} rel="next">
            {words.next[span]}
          </a>
        </span>
      </div>
      <Answer frame={frame} state={state} />
      {lines.length ? null : <p className="empty">{words.empty}</p>}
      <ol className="calendar" data-span={span}>
        {weeks.flat().map((one) => (
          <CalendarDay
            key={one}
            frame={frame}
            planned={planned}
            day={one}
            isToday={one === today}
            lines={lines.filter(({ publishAt }) => dayIn(zone, publishAt) === one)}
          />
        ))}
      </ol>
      <CalendarMoves hint={words.hint} />
    </NewsroomPage>
  )
}

const cityOf = (zone: string) => zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone

function titleOf({ span, day }: Planned, weeks: number[][], locale: string): string {
  if (span === 'month') return formatMonthIn(noonOf(day), locale, 'UTC')
  const [first = day, last = day] = [weeks[0]?.[0], weeks[0]?.at(-1)]
  return `${formatShortDate(noonOf(first), locale, 'UTC')} – ${formatDate(noonOf(last), locale, 'UTC')}`
}

function Answer({ frame, state }: { frame: NewsroomFrame; state: FormState | undefined }) {
  const { locale, zone, now } = frame
  const words = planningWordsFor(locale).calendar
  const refused: Record<string, string> = { ...writingWordsFor(locale).refused, timeWrong: words.timeWrong }
  const at = state?.shown?.at
  const says = state?.error
    ? (refused[state.error] ?? refused.malformed)
    : typeof at === 'string' && words.moved(whenWords(new Date(at), now, locale, zone))
  if (!says) return null
  return (
    <div className={state?.error ? 'notice stop' : 'notice'} role={state?.error ? 'alert' : 'status'}>
      <Icon name={state?.error ? 'stop' : 'done'} />
      <p>{says}</p>
    </div>
  )
}
