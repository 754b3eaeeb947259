import type { NewsroomFrame } from '@/lib/auth/frame'
import type { DeskLine } from '@/lib/desk/admin-queries'
import { deskWordsFor } from '@/lib/i18n/desk-words'
import { listParts } from '@/lib/i18n/format'
import { whenWords } from '@/lib/i18n/moments'
import { HeadlineLink } from '../headline-link'

type Shows = 'review' | 'draft' | 'published'
type Props = { frame: NewsroomFrame; lines: DeskLine[]; empty: string; shows: Shows }

/** A short list of articles: the headline, and under it what decides whether to open it now. */
export function DeskLines({ frame, lines, empty, shows }: Props) {
  if (!lines.length) return <p className="meta">{empty}</p>
  return (
    <ul className="rows">
      {lines.map((line) => (
        <li className="row" key={line.id}>
          <div className="grow">
            <HeadlineLink locale={frame.locale} line={line} />
            <Facts frame={frame} line={line} shows={shows} />
          </div>
          {line.editing ? (
            <span className="tag">
              <bdi>{deskWordsFor(frame.locale).desk.editing(line.editing)}</bdi>
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

function Facts({ frame, line, shows }: { frame: NewsroomFrame; line: DeskLine; shows: Shows }) {
  const { locale, zone, now } = frame
  const page = deskWordsFor(locale).desk
  const { note, words, updatedAt, publishedAt, authors, category } = line
  const when = (moment: Date) => whenWords(moment, now, locale, zone)
  const by = listParts(authors, locale)
    .map(({ value }) => value)
    .join('')
  if (shows === 'draft' && note?.why === 'sendBack') {
    return (
      <p className="meta">
        {page.sentBack(note.actorName)} <q dir="auto">{note.note}</q>
      </p>
    )
  }
  const parts = {
    review: [by, category, page.words(words), note && page.sent(when(note.savedAt))],
    draft: [page.saved(when(updatedAt)), page.words(words)],
    published: [publishedAt && when(publishedAt), by],
  }[shows].filter((part): part is string => Boolean(part))
  return (
    <p className="meta">
      {parts.map((part, i) => (
        <span key={part}>
          {i ? ' · ' : ''}
          <bdi>{part}</bdi>
        </span>
      ))}
      {shows === 'review' && note?.why === 'submit' && note.note ? (
        <>
          {' · '}
          <q dir="auto">{note.note}</q>
        </>
      ) : null}
    </p>
  )
}
