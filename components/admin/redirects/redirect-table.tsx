import type { NewsroomFrame } from '@/lib/auth/frame'
import { formatCount, formatDate, formatDateTime } from '@/lib/i18n/format'
import { redirectsWordsFor } from '@/lib/i18n/redirects-words'
import type { RedirectLine } from '@/lib/redirects/admin-queries'

/** Redirects, a line each: from where, where to, and whether anybody asks. */
export function RedirectTable({ frame, lines }: { frame: NewsroomFrame; lines: readonly RedirectLine[] }) {
  const words = redirectsWordsFor(frame.locale)
  return (
    <table className="list people redirects">
      <caption className="unseen">{words.list}</caption>
      <thead>
        <tr>
          <th scope="col">{words.from}</th>
          <th scope="col">{words.to}</th>
          <th scope="col">{words.kind}</th>
          <th scope="col">{words.hits}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <td>
              <a href={`/admin/redirects/${line.id}/`} className="address" dir="ltr">
                {line.fromPath}
              </a>
            </td>
            <td data-is={words.to}>
              {line.toPath ? (
                <bdi className="address" dir="ltr">
                  {line.toPath + line.toExtra}
                </bdi>
              ) : (
                words.short[line.status]
              )}
            </td>
            <td data-is={words.kind}>
              <span>
                {words.short[line.status]} {line.isPattern ? <span className="quiet">{words.pattern}</span> : null}
              </span>
            </td>
            <td data-is={words.hits}>
              <Hits frame={frame} line={line} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** How often it was asked for, and when last. */
export function Hits({ frame, line: { hits, lastHitAt } }: { frame: NewsroomFrame; line: RedirectLine }) {
  const { locale, zone } = frame
  const words = redirectsWordsFor(locale)
  if (!hits || !lastHitAt) return <span className="quiet">{words.never}</span>
  const day = formatDate(lastHitAt, locale, zone)
  return (
    <span title={formatCount(hits, locale)}>
      {words.hitCount(hits)}{' '}
      <time className="quiet" dateTime={lastHitAt.toISOString()} title={formatDateTime(lastHitAt, locale, zone)}>
        {words.lastHit(day)}
      </time>
    </span>
  )
}
