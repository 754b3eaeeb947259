import { drawBody } from '@/lib/articles/draw-body'
import { wordsFor } from '@/lib/i18n/words'
import { parseMissing } from '@/lib/media/image'
import { typeset } from '@/lib/wordpress/text/typography'
import { absoluteAddresses } from './absolute'

type Written = { body: string; sourceSite: string | null; missingImages: unknown; locale: string }

/** A body for whoever shows it elsewhere: all its pages in one, and every address absolute. */
export function wholeText({ body, sourceSite, missingImages, locale }: Written, siteUrl: string): string {
  const whole = body.replaceAll('<!--nextpage-->', '')
  const html = drawBody(sourceSite ? typeset(whole) : whole, parseMissing(missingImages), wordsFor(locale))
  return absoluteAddresses(html, siteUrl)
}
