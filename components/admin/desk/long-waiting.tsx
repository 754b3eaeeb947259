import type { NewsroomFrame } from '@/lib/auth/frame'
import type { DeskLine } from '@/lib/desk/admin-queries'
import { planningWordsFor } from '@/lib/i18n/planning-words'
import { HeadlineLink } from '../headline-link'
import { DeskColumn } from './desk-column'

const DAY_MS = 86_400_000

/** What an editor or its writer has left lying. */
export function LongWaiting({ frame, lines }: { frame: NewsroomFrame; lines: DeskLine[] }) {
  const { locale, now } = frame
  const words = planningWordsFor(locale).waiting
  const days = (since: Date) => Math.floor((now.getTime() - since.getTime()) / DAY_MS)
  return (
    <DeskColumn
      locale={locale}
      id="long"
      title={words.title}
      count={lines.length}
      all={words.all}
      href="/admin/articles/?view=review"
    >
      {lines.length ? (
        <ul className="rows">
          {lines.map((line) => (
            <li className="row" key={line.id}>
              <div className="grow">
                <HeadlineLink locale={locale} line={line} />
                <p className="meta">
                  {line.authors.map((name) => (
                    <span key={name}>
                      <bdi>{name}</bdi> ·{' '}
                    </span>
                  ))}
                  {line.status === 'IN_REVIEW'
                    ? words.review(days(line.note?.savedAt ?? line.updatedAt))
                    : words.draft(days(line.updatedAt))}
                </p>
              </div>
            </li>
          ))}
        </ul>
      ) : (
        <p className="meta">{words.nothing}</p>
      )}
    </DeskColumn>
  )
}
