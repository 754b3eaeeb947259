import type { NewsroomFrame } from '@/lib/auth/frame'
import { distance, whenWords } from '@/lib/i18n/moments'
import { trustWordsFor } from '@/lib/i18n/trust-words'
import type { ReportLine } from '@/lib/reports/admin-queries'
import { reportDeskPath } from '@/lib/reports/desk-view'
import { DeskColumn } from './desk-column'

/** Those that wait longest; each opens where it is decided about. */
export function OpenReports({ frame, reports }: { frame: NewsroomFrame; reports: ReportLine[] }) {
  const { locale, zone, now, counts } = frame
  const words = trustWordsFor(locale).reports
  return (
    <DeskColumn
      id="reports"
      title={words.title}
      locale={locale}
      count={counts.reportsOpen}
      all={words.all}
      href={reportDeskPath({})}
      you
    >
      {reports.length ? null : <p className="meta">{words.nothingWaiting}</p>}
      <ul className="rows">
        {reports.map(({ id, text, createdAt, article }) => (
          <li className="row" key={id}>
            <div className="grow">
              <a className="said" href={reportDeskPath({ id })} lang={article.locale} dir="auto">
                {text.slice(0, 200)}
              </a>
              <p className="meta">
                <bdi>{article.headline}</bdi> ·{' '}
                <time dateTime={createdAt.toISOString()} title={whenWords(createdAt, now, locale, zone)}>
                  {distance(createdAt, now, locale)}
                </time>
              </p>
            </div>
          </li>
        ))}
      </ul>
    </DeskColumn>
  )
}
