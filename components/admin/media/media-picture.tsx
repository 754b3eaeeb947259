import { encodePath } from '@/lib/articles/paths'
import { thumbnailOf } from '@/lib/media/thumbnail'

type Props = {
  media: { path: string; mimeType: string; width: number | null; height: number | null; storedAt: Date | null }
}

/** A file to look at, small; of what is no picture, or not here, its kind. Its name stands beside it. */
export function MediaPicture({ media }: Props) {
  const thumbnail = thumbnailOf(media)
  if (thumbnail) return <img src={encodePath(thumbnail)} width={320} height={240} alt="" loading="lazy" />
  const kind = media.path.slice(media.path.lastIndexOf('.') + 1).toUpperCase()
  return (
    <span className="doc" dir="ltr">
      {kind.length <= 5 ? kind : '…'}
    </span>
  )
}
