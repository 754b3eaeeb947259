import { encodePath } from '@/lib/articles/paths'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { formatDateTime, formatNumber } from '@/lib/i18n/format'
import { libraryWordsFor } from '@/lib/i18n/library-words'
import type { MediaItem } from '@/lib/media/admin-queries'

/** What nobody has to write about a file. */
export function FileFacts({ frame: { locale, zone }, media }: { frame: NewsroomFrame; media: MediaItem }) {
  const words = libraryWordsFor(locale)
  const { facts } = words
  const { originalName, width, height, bytes, takenAt, createdAt, uploaderName, path } = media
  const size = [
    width && height ? words.pixels(formatNumber(width, locale), formatNumber(height, locale)) : '',
    bytes ? words.kilobytes(formatNumber(Math.ceil(bytes / 1024), locale)) : '',
  ].filter(Boolean)
  return (
    <dl className="facts">
      {originalName ? (
        <>
          <dt>{facts.name}</dt>
          <dd>
            <bdi>{originalName}</bdi>
          </dd>
        </>
      ) : null}
      {size.length ? (
        <>
          <dt>{facts.size}</dt>
          <dd>{size.join(', ')}</dd>
        </>
      ) : null}
      {takenAt ? (
        <>
          <dt>{facts.taken}</dt>
          <dd>
            <time dateTime={takenAt.toISOString()}>{formatDateTime(takenAt, locale, 'UTC')}</time>
          </dd>
        </>
      ) : null}
      <dt>{facts.added}</dt>
      <dd>
        <time dateTime={createdAt.toISOString()}>{formatDateTime(createdAt, locale, zone)}</time>
      </dd>
      {uploaderName ? (
        <>
          <dt>{facts.by}</dt>
          <dd>
            <bdi>{uploaderName}</bdi>
          </dd>
        </>
      ) : null}
      <dt>{facts.address}</dt>
      <dd>
        <bdi className="address" dir="ltr">
          {encodePath(path)}
        </bdi>
      </dd>
    </dl>
  )
}
