import { encodePath } from '@/lib/articles/paths'
import { pictureAt } from '@/lib/media/address'
import type { Image as Shown } from '@/lib/media/image'
import type { Image } from './schemas'

export function imageOf({ src, alt, caption, credit, width, height }: Shown, siteUrl: string): Image {
  const own = pictureAt(src)
  return {
    url: siteUrl + encodePath(src),
    alt,
    caption,
    credit,
    width: width ?? own?.width ?? null,
    height: height ?? own?.height ?? null,
  }
}
