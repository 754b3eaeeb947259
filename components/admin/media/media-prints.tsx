import type { NewsroomFrame } from '@/lib/auth/frame'
import { formatShortDate } from '@/lib/i18n/format'
import { libraryWordsFor } from '@/lib/i18n/library-words'
import type { MediaLine } from '@/lib/media/admin-queries'
import { mediaPath } from '@/lib/media/library-list'
import { mediaName } from '@/lib/media/media-name'
import { MediaMarks } from './media-marks'
import { MediaPicture } from './media-picture'

/** Files as prints on a table. */
export function MediaPrints({ frame, media }: { frame: NewsroomFrame; media: MediaLine[] }) {
  const { locale, zone } = frame
  const words = libraryWordsFor(locale)
  return (
    <ul className="prints" aria-label={words.list}>
      {media.map((one) => (
        <li className="print" key={one.id}>
          <span className="pic">
            <MediaPicture media={one} />
          </span>
          <a className="name" href={mediaPath(one.id)}>
            <bdi>{mediaName(one) || words.untitled}</bdi>
          </a>
          <p className="meta">
            {one.credit ? (
              <>
                <bdi>{one.credit}</bdi> ·{' '}
              </>
            ) : null}
            <time dateTime={one.createdAt.toISOString()}>{formatShortDate(one.createdAt, locale, zone)}</time>
          </p>
          <MediaMarks frame={frame} media={one} />
        </li>
      ))}
    </ul>
  )
}
