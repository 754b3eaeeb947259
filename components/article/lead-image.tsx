import { encodePath } from '@/lib/articles/paths'
import { type Image, isShown } from '@/lib/media/image'
import type { Frame } from '@/lib/site/frame'

/** The picture above the text. Where its file is missing, or lives elsewhere, its words and its address stand there. */
export function LeadImage({ frame, image, missing }: { frame: Frame; image: Image; missing: ReadonlySet<string> }) {
  const { words } = frame
  const { src, alt, caption, credit, width, height } = image
  const shown = isShown(src, missing)
  return (
    <figure className="lead-image">
      {shown ? (
        <img src={encodePath(src)} alt={alt} width={width ?? 1200} height={height ?? 800} fetchPriority="high" />
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
