import type { NewsroomFrame } from '@/lib/auth/frame'
import { dayIn, noonOf } from '@/lib/calendar/days'
import { formatShortDate } from '@/lib/i18n/format'
import { libraryWordsFor } from '@/lib/i18n/library-words'
import type { MediaLine } from '@/lib/media/admin-queries'
import { rightsOf, WARNED_DAYS } from '@/lib/media/library-list'

const DAY_MS = 86_400_000

/** What of a file wants somebody's hand. */
export function MediaMarks({ frame, media }: { frame: NewsroomFrame; media: MediaLine }) {
  const { locale, zone, now } = frame
  const words = libraryWordsFor(locale)
  const { alt, decorative, mimeType, rightsUntil, storedAt } = media
  const warned = dayIn(zone, new Date(now.getTime() + WARNED_DAYS * DAY_MS))
  const rights = rightsOf(rightsUntil, dayIn(zone, now), warned)
  const day = rightsUntil === null ? '' : formatShortDate(noonOf(rightsUntil), locale, 'UTC')
  return (
    <>
      {storedAt ? null : <span className="tag stop">{words.notHere}</span>}
      {mimeType.startsWith('image/') && !alt && !decorative ? (
        <span className="tag stop">{words.altMissing}</span>
      ) : null}
      {rights === 'endSoon' ? <span className="tag">{words.rightsUntil(day)}</span> : null}
      {rights === 'ended' ? <span className="tag stop">{words.rightsEnded(day)}</span> : null}
    </>
  )
}
