import { encodePath } from '@/lib/articles/paths'
import { pictureAt } from '@/lib/media/address'
import type { Image } from '@/lib/media/image'
import { sourcesOf } from '@/lib/media/sources'
import type { Frame } from '@/lib/site/frame'

/** How wide pictures are in the places that they have, and the widest file that each can use on a dense screen. */
const PLACES = {
  lead: { sizes: '(width >= 80rem) 62rem, (width >= 64rem) 78vw, 100vw', most: 1920 },
  front: { sizes: '(width >= 64rem) 34rem, 100vw', most: 1280 },
  card: { sizes: '(width >= 40rem) 20rem, 100vw', most: 640 },
  portrait: { sizes: '8rem', most: 320 },
}

/**
 * One picture with its size, so that nothing moves when it comes. `eager` for the one that is seen first. Beside a
 * headline that says the same, `decorative` keeps screen readers from saying it twice.
 */
export function Picture({
  frame,
  image,
  place,
  eager = false,
  decorative = false,
}: {
  frame: Frame
  image: Image
  place: keyof typeof PLACES
  eager?: boolean
  decorative?: boolean
}) {
  const { sizes, most } = PLACES[place]
  const own = pictureAt(image.src)
  return (
    <picture>
      {sourcesOf(image.src, frame.facts.unfinishedPictures, most).map(({ type, srcset }) => (
        <source key={type} type={type} srcSet={srcset} sizes={sizes} />
      ))}
      <img
        src={encodePath(image.src)}
        alt={decorative ? '' : image.alt}
        width={image.width ?? own?.width}
        height={image.height ?? own?.height}
        {...(eager ? { fetchPriority: 'high' as const } : { loading: 'lazy' as const })}
      />
    </picture>
  )
}
