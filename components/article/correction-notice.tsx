import type { CorrectionView } from '@/lib/articles/view'
import { formatDate } from '@/lib/i18n/format'
import type { Frame } from '@/lib/site/frame'

/** What was wrong and was put right, newest first. */
export function CorrectionNotice({ frame, corrections }: { frame: Frame; corrections: CorrectionView[] }) {
  const { words, locale, zone } = frame
  const [first] = corrections
  if (!first) return null
  return (
    <aside className="correction-notice hang" aria-labelledby="correction">
      <h2 id="correction">{corrections.length === 1 ? words.corrections[first.kind] : words.correctionsTitle}</h2>
      {corrections.map(({ id, kind, text, createdAt }) => (
        <p key={id} dir="auto">
          {corrections.length > 1 ? `${words.corrections[kind]}, ` : ''}
          <time dateTime={createdAt.toISOString()}>{formatDate(createdAt, locale, zone)}</time>: {text}
        </p>
      ))}
    </aside>
  )
}
