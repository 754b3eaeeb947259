import { encodePath } from '@/lib/articles/paths'
import { pictureAt } from '@/lib/media/address'
import type { Image } from '@/lib/media/image'
import { isShown } from '@/lib/media/shown'
import type { Frame } from '@/lib/site/frame'
import { Picture } from './picture'

/** The picture above the text. Where its file is missing, or lives elsewhere, its words and its address stand there. */
export function LeadImage({ frame, image, missing }: { frame: Frame; image: Image; missing: ReadonlySet<string> }) {
  const { words } = frame
  const { src, alt, caption, credit } = image
  const sized = { ...image, width: image.width ?? 1200, height: image.height ?? 800 }
  const shown = isShown(src, missing)
  return (
    <figure className="lead-image">
      {shown ? (
        <Picture frame={frame} image={pictureAt(src) ? image : sized} place="lead" eager />
      ) : (
        <p className="missing-image">
          {alt || words.imageMissing} <a href={encodePath(src)}>{words.imageLink}</a>
        </p>
      )}
      {caption || credit ? (
        <figcaption>
          {caption} {credit ? <span className="credit">{credit}</span> : null}
        </figcaption>
      ) : null}
    </figure>
  )
}
