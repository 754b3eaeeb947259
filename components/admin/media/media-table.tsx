import type { NewsroomFrame } from '@/lib/auth/frame'
import { formatDate, formatNumber } from '@/lib/i18n/format'
import { libraryWordsFor } from '@/lib/i18n/library-words'
import type { MediaLine } from '@/lib/media/admin-queries'
import { mediaPath } from '@/lib/media/library-list'
import { isLicence } from '@/lib/media/licences'
import { mediaName } from '@/lib/media/media-name'
import { MediaMarks } from './media-marks'
import { MediaPicture } from './media-picture'

/** Files by what is said of them, a line each. */
export function MediaTable({ frame, media }: { frame: NewsroomFrame; media: MediaLine[] }) {
  const { locale, zone } = frame
  const words = libraryWordsFor(locale)
  return (
    <table className="list people media-list">
      <caption className="unseen">{words.list}</caption>
      <thead>
        <tr>
          <th scope="col">{words.file}</th>
          <th scope="col">{words.credit}</th>
          <th scope="col">{words.licence}</th>
          <th scope="col">{words.size}</th>
          <th scope="col">{words.added}</th>
        </tr>
      </thead>
      <tbody>
        {media.map((one) => (
          <tr key={one.id} data-line="">
            <td>
              <span className="of-file">
                <span className="pic">
                  <MediaPicture media={one} />
                </span>
                <span className="grow">
                  <a className="name headline" href={mediaPath(one.id)}>
                    <bdi>{mediaName(one) || words.untitled}</bdi>
                  </a>
                  <MediaMarks frame={frame} media={one} />
                </span>
              </span>
            </td>
            <td data-is={words.credit}>
              <bdi>{one.credit || '–'}</bdi>
            </td>
            <td data-is={words.licence}>{isLicence(one.licence) ? words.licences[one.licence] : '–'}</td>
            <td data-is={words.size}>
              <bdi dir="ltr">
                {one.width && one.height
                  ? words.pixels(formatNumber(one.width, locale), formatNumber(one.height, locale))
                  : '–'}
              </bdi>
            </td>
            <td data-is={words.added}>
              <time dateTime={one.createdAt.toISOString()}>{formatDate(one.createdAt, locale, zone)}</time>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
