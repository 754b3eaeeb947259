import type { NewsroomFrame } from '@/lib/auth/frame'
import { may } from '@/lib/auth/permissions'
import { analyticsPath, type Figures, SPANS } from '@/lib/counting/figures'
import { figuresWordsFor } from '@/lib/i18n/figures-words'
import { formatTime } from '@/lib/i18n/format'
import { settingPath } from '@/lib/site/setting-parts'
import { NewsroomPage } from '../page'
import { FigureTable } from './figure-table'
import { TimeChart } from './time-chart'

type Props = { frame: NewsroomFrame; figures: Figures; counts: boolean }

/** What readers read: now, today, in a month. */
export function AnalyticsPage({ frame, figures, counts }: Props) {
  const { locale, zone, viewer } = frame
  const words = figuresWordsFor(locale)
  const { span, views, readers, rankedAt } = figures
  const said = { now: words.inNow, today: words.inToday, month: words.inMonth }[span]
  const list = { frame, span }
  return (
    <NewsroomPage frame={frame} title={`${words.title}: ${words.spans[span]}`} section="analytics">
      <div className="page-head">
        <div className="grow">
          <h1>{words.title}</h1>
          <p className="meta">{words.intro}</p>
        </div>
        {viewer && may(viewer, 'settings.edit') ? (
          <a className="button" href={settingPath('figures')}>
            {words.toSettings}
          </a>
        ) : null}
      </div>
      {counts ? null : (
        <div className="notice">
          <p>{words.off}</p>
        </div>
      )}
      <nav className="views" aria-label={words.spansLabel}>
        {SPANS.map((one) => (
          <a key={one} href={analyticsPath(one)} aria-current={one === span ? 'page' : undefined}>
            {words.spans[one]}
          </a>
        ))}
      </nav>
      <p className="figures-sum">
        <strong>{words.readings(views)}</strong> {said}
        {readers === null ? null : <span className="meta"> · {words.readers(readers)}</span>}
      </p>
      <TimeChart frame={frame} figures={figures} />
      <div className="figure-lists">
        <FigureTable
          {...list}
          list="articles"
          lines={figures.articles}
          note={span === 'month' && rankedAt ? words.rankedAt(formatTime(rankedAt, locale, zone)) : undefined}
        />
        {span === 'now' ? null : (
          <>
            <FigureTable {...list} list="authors" lines={figures.authors} />
            <FigureTable {...list} list="categories" lines={figures.categories} />
            <FigureTable {...list} list="sources" lines={worded(figures.sources, words.sources)} />
            <FigureTable {...list} list="hosts" lines={figures.hosts} />
            <FigureTable {...list} list="devices" lines={worded(figures.devices, words.devices)} />
            <FigureTable {...list} list="agents" lines={worded(figures.agents, words.agents)} />
            <FigureTable {...list} list="bots" lines={figures.bots} />
            <FigureTable {...list} list="searches" lines={figures.searches} />
            <FigureTable {...list} list="searchless" lines={figures.searchless} />
          </>
        )}
      </div>
    </NewsroomPage>
  )
}

function worded<Code extends string>(lines: { code: Code; views: number }[], words: Record<Code, string>) {
  return lines.map(({ code, views }) => ({ name: words[code], views }))
}
