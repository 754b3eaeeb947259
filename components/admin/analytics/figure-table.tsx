import type { NewsroomFrame } from '@/lib/auth/frame'
import { exportPath, type FigureList, type Line, type Span } from '@/lib/counting/figures'
import { figuresWordsFor } from '@/lib/i18n/figures-words'
import { formatNumber } from '@/lib/i18n/format'

type Props = { frame: NewsroomFrame; span: Span; list: FigureList; lines: Line[]; note?: string | undefined }

/** One list, the most first, each with a bar beside its number, and the way to its file. */
export function FigureTable({ frame: { locale }, span, list, lines, note }: Props) {
  const words = figuresWordsFor(locale)
  const title = words.lists[list]
  const most = Math.max(1, ...lines.map(({ views }) => views))
  const said = note ?? words.notes[list === 'searchless' || list === 'bots' ? NOTES[list] : list]
  return (
    <section className="column" aria-labelledby={`figures-${list}`}>
      <header>
        <h2 id={`figures-${list}`}>{title}</h2>
        {lines.length ? (
          <a href={exportPath(span, list)} aria-label={words.downloadOf(title)} download="">
            {words.download}
          </a>
        ) : null}
      </header>
      {lines.length ? (
        <table className="list figures">
          <caption className="unseen">{title}</caption>
          <thead className="unseen">
            <tr>
              <th scope="col">{title}</th>
              <th scope="col">{countedAs(list, words)}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ name, views, href }) => (
              <tr key={href ?? name}>
                <td>
                  <bdi>
                    {href ? (
                      <a className="headline" href={href}>
                        {name}
                      </a>
                    ) : (
                      name
                    )}
                  </bdi>
                  <svg viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden="true">
                    <rect width={Math.max(0.5, (100 * views) / most).toFixed(1)} height="3" />
                  </svg>
                </td>
                <td className="end">{formatNumber(views, locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p className="meta">{words.nothing}</p>
      )}
      {said && lines.length ? <p className="meta">{said}</p> : null}
    </section>
  )
}

/** What is said below one list holds for another. */
const NOTES = { searchless: 'searches', bots: 'agents' } as const

function countedAs(list: FigureList, words: ReturnType<typeof figuresWordsFor>): string {
  if (list === 'agents' || list === 'bots') return words.requests
  return list === 'searches' || list === 'searchless' ? words.searched : words.count
}
