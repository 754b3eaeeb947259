import { encodePath } from '@/lib/articles/paths'
import type { Image } from '@/lib/media/image'

/**
 * One picture with its size, so that nothing moves when it comes. `eager` for the one that is seen first. Beside a
 * headline that says the same, `decorative` keeps screen readers from saying it twice.
 */
export function Picture({
  image,
  eager = false,
  decorative = false,
}: {
  image: Image
  eager?: boolean
  decorative?: boolean
}) {
  return (
    <picture>
      <img
        src={encodePath(image.src)}
        alt={decorative ? '' : image.alt}
        width={image.width ?? undefined}
        height={image.height ?? undefined}
        {...(eager ? { fetchPriority: 'high' as const } : { loading: 'lazy' as const })}
      />
    </picture>
  )
}
