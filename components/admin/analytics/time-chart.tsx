import type { NewsroomFrame } from '@/lib/auth/frame'
import { exportPath, type Figures } from '@/lib/counting/figures'
import { pointName } from '@/lib/i18n/figure-points'
import { figuresWordsFor } from '@/lib/i18n/figures-words'
import { formatNumber } from '@/lib/i18n/format'

const STEP = 10
const BAR = 8
const HEIGHT = 100

/** Readings by minute, hour or day: bars drawn here, in the direction in which the page is read, and the same as a table. */
export function TimeChart({ frame, figures: { span, series } }: { frame: NewsroomFrame; figures: Figures }) {
  const { locale, dir, zone } = frame
  const words = figuresWordsFor(locale)
  const top = series.reduce((most, point) => (point.views > most.views ? point : most), { at: 0, views: 0 })
  const nameOf = (at: number) => pointName(span, at, locale, zone)
  const width = series.length * STEP
  const xOf = (i: number) => (dir === 'rtl' ? width - (i + 1) * STEP : i * STEP) + (STEP - BAR) / 2
  const marks = [series[0], series[Math.floor(series.length / 2)], series.at(-1)]
  return (
    <section className="column figures-time" aria-labelledby="figures-time">
      <header>
        <h2 id="figures-time">{words.series[span]}</h2>
        <a href={exportPath(span, 'time')} aria-label={words.downloadOf(words.lists.time)} download="">
          {words.download}
        </a>
      </header>
      <figure>
        <svg
          viewBox={`0 0 ${width} ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={top.views ? words.chart(words.readings(top.views), nameOf(top.at)) : words.noChart}
        >
          {series.map(({ at, views }, i) => {
            const height = top.views ? (views / top.views) * HEIGHT : 0
            return <rect key={at} x={xOf(i)} y={(HEIGHT - height).toFixed(1)} width={BAR} height={height.toFixed(1)} />
          })}
        </svg>
        <figcaption>{marks.map((mark) => (mark ? <span key={mark.at}>{nameOf(mark.at)}</span> : null))}</figcaption>
      </figure>
      <details>
        <summary>{words.asTable}</summary>
        <table className="list figures">
          <caption className="unseen">{words.series[span]}</caption>
          <thead>
            <tr>
              <th scope="col">{words.when[span]}</th>
              <th scope="col" className="end">
                {words.count}
              </th>
              {span === 'month' ? (
                <th scope="col" className="end">
                  {words.aboutReaders}
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {series.toReversed().map(({ at, views, readers }) => (
              <tr key={at}>
                <th scope="row">{nameOf(at)}</th>
                <td className="end">{formatNumber(views, locale)}</td>
                {readers === undefined ? null : <td className="end">{formatNumber(readers, locale)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}
