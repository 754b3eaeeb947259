import { Breadcrumb } from '@/components/site/breadcrumb'
import { Document } from '@/components/site/document'
import { Pagination } from '@/components/site/pagination'
import { correctionsPath, encodePath } from '@/lib/articles/paths'
import { dayIn, monthOfDay } from '@/lib/calendar/days'
import type { LoggedCorrection } from '@/lib/corrections/queries'
import { feedPath } from '@/lib/feeds/address'
import { formatDate, formatMonthIn } from '@/lib/i18n/format'
import { type Frame, foreignTo } from '@/lib/site/frame'
import { breadcrumbList, collectionPage } from '@/lib/structured-data/lists'

/** The log of corrections, by month. */
export function CorrectionsPage({
  frame,
  corrections,
  page,
  pages,
}: {
  frame: Frame
  corrections: LoggedCorrection[]
  page: number
  pages: number
}) {
  const { words, zone, locale, facts } = frame
  const path = correctionsPath(page)
  const title = words.correctionsTitle
  const name = page > 1 ? words.withPage(title, page) : title
  const feed = feedPath(correctionsPath())
  const policy = facts.policyPages.find((page) => page.name === 'corrections')
  const months = byMonth(corrections, zone)
  return (
    <Document
      frame={frame}
      head={{
        title: name,
        description: words.correctionsDek,
        canonicalPath: path,
        previousPath: page > 1 ? correctionsPath(page - 1) : null,
        nextPath: page < pages ? correctionsPath(page + 1) : null,
        feeds: [{ title: `${title} – ${facts.site.name}`, path: feed }],
        things: [
          collectionPage(frame, { name, path, description: words.correctionsDek, articles: [] }),
          breadcrumbList(frame, [], name),
        ],
      }}
    >
      <Breadcrumb frame={frame} above={[]} here={name} />
      <header className="archive-header">
        <h1>{title}</h1>
        <p className="dek">{words.correctionsDek}</p>
        <ul>
          {policy ? (
            <li>
              <a href={encodePath(policy.path)} {...foreignTo(frame, policy.locale)}>
                {policy.headline}
              </a>
            </li>
          ) : null}
          <li>
            <a href={feed}>{words.feed}</a>
          </li>
        </ul>
      </header>
      {months.length ? null : <p className="article-list note">{words.noCorrections}</p>}
      {months.map(({ month, items }) => (
        <section key={month} className="correction-list hang" aria-labelledby={`month-${month}`}>
          <h2 id={`month-${month}`}>{items[0] ? formatMonthIn(items[0].createdAt, locale, zone) : null}</h2>
          <ol className="rows">
            {items.map((correction) => (
              <Logged key={correction.id} frame={frame} correction={correction} />
            ))}
          </ol>
        </section>
      ))}
      <Pagination
        frame={frame}
        current={page}
        last={pages}
        href={correctionsPath}
        previousWord={words.newer}
        nextWord={words.older}
        label={words.pages}
      />
    </Document>
  )
}

function Logged({ frame, correction }: { frame: Frame; correction: LoggedCorrection }) {
  const { words, locale, zone } = frame
  const { kind, text, createdAt, path, headline, locale: language } = correction
  const foreign = foreignTo(frame, language)
  return (
    <li>
      <h3>{words.corrections[kind]}</h3>
      <p className="note">
        <time dateTime={createdAt.toISOString()}>{formatDate(createdAt, locale, zone)}</time> {words.correctionOn}{' '}
        <a href={encodePath(path)}>
          <bdi {...foreign}>{headline}</bdi>
        </a>
      </p>
      <p {...foreign}>{text}</p>
    </li>
  )
}

function byMonth(corrections: LoggedCorrection[], zone: string): { month: number; items: LoggedCorrection[] }[] {
  const months = new Map<number, LoggedCorrection[]>()
  for (const correction of corrections) {
    const month = monthOfDay(dayIn(zone, correction.createdAt))
    months.set(month, [...(months.get(month) ?? []), correction])
  }
  return [...months].map(([month, items]) => ({ month, items }))
}
