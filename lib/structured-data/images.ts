import type { ImageObject } from 'schema-dts'
import { encodePath } from '@/lib/articles/paths'
import type { ArticleView } from '@/lib/articles/view'
import { isShown } from '@/lib/media/shown'
import { sizedCrops } from '@/lib/media/sizes'
import { cropsOf } from '@/lib/media/sources'
import type { Frame } from '@/lib/site/frame'

/**
 * The picture above the text in its real size and with its words, and its crops: search engines ask for 1:1, 4:3 and 16:9.
 * What has no file, or none yet, is not named; the crops of a picture that came with an archive are made for who asks for them.
 */
export function imageThings(
  { siteUrl, facts }: Frame,
  { leadImage, missingImages }: Pick<ArticleView, 'leadImage' | 'missingImages'>,
): Exclude<ImageObject, string>[] {
  if (!leadImage || !isShown(leadImage.src, missingImages)) return []
  const { src, width, height, caption, credit } = leadImage
  const ofArchive = width && height ? sizedCrops(src, { width, height }) : []
  const crops = [...cropsOf(src, facts.unfinishedPictures), ...ofArchive]
  return [
    {
      '@type': 'ImageObject',
      url: siteUrl + encodePath(src),
      ...(width && height && { width: `${width}`, height: `${height}` }),
      ...(caption && { caption }),
      ...(credit && { creditText: credit }),
    },
    ...crops.map((crop) => ({
      '@type': 'ImageObject' as const,
      url: siteUrl + encodePath(crop.path),
      width: `${crop.width}`,
      height: `${crop.height}`,
    })),
  ]
}
