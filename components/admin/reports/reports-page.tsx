import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { formatCount } from '@/lib/i18n/format'
import { distance, whenWords } from '@/lib/i18n/moments'
import { trustWordsFor } from '@/lib/i18n/trust-words'
import type { ReportCase as Case, ReportLine } from '@/lib/reports/admin-queries'
import { REPORT_VIEW_NAMES, type ReportDeskView, type ReportView, reportDeskPath } from '@/lib/reports/desk-view'
import { NewsroomPage } from '../page'
import { ReportCase } from './report-case'

type Props = {
  frame: NewsroomFrame
  view: ReportDeskView
  queue: { reports: ReportLine[]; more: boolean }
  counts: Record<ReportView, number>
  /** The report that is decided about. */
  open: Case | null
  state: FormState | undefined
}

/** What readers say is wrong: the list, and one report beside its article. The next one opens by itself. */
export function ReportsPage({ frame, view, queue, counts, open, state }: Props) {
  const { locale } = frame
  const words = trustWordsFor(locale).reports
  return (
    <NewsroomPage frame={frame} title={words.title} section="reports">
      <div className="page-head head-views">
        <h1>{words.title}</h1>
        <nav className="views" aria-label={words.kinds}>
          {REPORT_VIEW_NAMES.map((name) => (
            <a key={name} href={reportDeskPath({ view: name })} aria-current={name === view.view ? 'page' : undefined}>
              {words.views[name]}{' '}
              <span className={name === 'open' && counts.open ? 'count you' : 'count'}>
                {formatCount(counts[name], locale)}
              </span>
            </a>
          ))}
        </nav>
      </div>
      <div className={view.id === null ? 'queue' : 'queue has-case'}>
        <ReportQueue frame={frame} view={view} queue={queue} openId={open?.id ?? null} />
        {open ? <ReportCase frame={frame} view={view} open={open} state={state} /> : null}
      </div>
    </NewsroomPage>
  )
}

type QueueProps = Pick<Props, 'frame' | 'view' | 'queue'> & { openId: number | null }

function ReportQueue({ frame, view, queue, openId }: QueueProps) {
  const words = trustWordsFor(frame.locale).reports
  if (!queue.reports.length) {
    return (
      <div className="empty">
        <p className="serif">{words.empty[view.view]}</p>
      </div>
    )
  }
  const [before, after] = view.view === 'open' ? [words.older, words.newer] : [words.newer, words.older]
  return (
    <nav className="held" aria-label={words.views[view.view]}>
      <ol>
        {queue.reports.map((report) => (
          <li key={report.id}>
            <ReportLink frame={frame} report={report} href={reportDeskPath({ ...view, id: report.id })} here={openId} />
          </li>
        ))}
      </ol>
      <p className="pager">
        {view.page > 1 ? <a href={reportDeskPath({ ...view, id: null, page: view.page - 1 })}>{before}</a> : null}
        {queue.more ? <a href={reportDeskPath({ ...view, id: null, page: view.page + 1 })}>{after}</a> : null}
      </p>
    </nav>
  )
}

type LinkProps = { frame: NewsroomFrame; report: ReportLine; href: string; here: number | null }

function ReportLink({ frame: { locale, zone, now }, report, href, here }: LinkProps) {
  const { id, text, createdAt, article } = report
  return (
    <a href={href} aria-current={id === here ? 'true' : undefined}>
      <span className="who">
        <b>
          <bdi>{article.headline || trustWordsFor(locale).reports.untitled}</bdi>
        </b>
        <span className="meta ago">
          <time dateTime={createdAt.toISOString()} title={whenWords(createdAt, now, locale, zone)}>
            {distance(createdAt, now, locale)}
          </time>
        </span>
      </span>
      <span className="said" lang={article.locale} dir="auto">
        {text.slice(0, 200)}
      </span>
    </a>
  )
}
