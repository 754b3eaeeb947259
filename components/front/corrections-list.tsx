import { encodePath } from '@/lib/articles/paths'
import type { LoggedCorrection } from '@/lib/corrections/queries'
import { formatShortDate } from '@/lib/i18n/format'
import type { Frame } from '@/lib/site/frame'

/** The last things that were put right, in the open. */
export function CorrectionsList({ frame, corrections }: { frame: Frame; corrections: LoggedCorrection[] }) {
  const { words, locale, zone } = frame
  if (!corrections.length) return null
  return (
    <section className="side" aria-labelledby="corrections">
      <div className="section-head">
        <h2 id="corrections">
          <a href="/corrections/">{words.correctionsTitle}</a>
        </h2>
      </div>
      <ul className="latest-list">
        {corrections.map(({ id, createdAt, path, headline }) => (
          <li key={id}>
            <time dateTime={createdAt.toISOString()}>{formatShortDate(createdAt, locale, zone)}</time>{' '}
            <a href={`${encodePath(path)}#correction`}>
              <bdi>{headline}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
