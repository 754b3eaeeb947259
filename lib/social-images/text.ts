import type { Direction } from '@/lib/i18n/locale'
import { directionOf } from '@/lib/i18n/locale'
import { cardOfPicture } from '@/lib/media/card-image'
import { parseImage, parseMissing } from '@/lib/media/image'

/** What stands on an article's social image. */
export type SocialText = { headline: string; category: string; site: string; locale: string; dir: Direction }

export type SocialFacts = {
  status: string
  headline: string
  locale: string
  leadImage: unknown
  missingImages: unknown
  category: string | null
  site: string
}

const LONGEST = 240

/**
 * What the social image of an article says; null where it gets none: it is not public, it has a picture that says more, or it
 * is in a script of which no letters are shipped.
 */
export function socialText({ status, locale, leadImage, missingImages, ...words }: SocialFacts): SocialText | null {
  if (status !== 'PUBLISHED') return null
  if (cardOfPicture(parseImage(leadImage), parseMissing(missingImages), new Set())) return null
  const headline = drawable(words.headline)
  if (!headline) return null
  return {
    headline,
    category: drawable(words.category ?? '') ?? '',
    site: drawable(words.site) ?? '',
    locale,
    dir: directionOf(locale),
  }
}

/** Scripts of which the letters are in fonts/. */
const SCRIPTS =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Common}\p{Script=Inherited}]*$/u
/** Of what all scripts have in common: no pictures of faces, no mathematics, no arrows, and nothing that only steers. */
const STRANGE = /(?![\u200c\u200d])[\p{Extended_Pictographic}\p{So}\p{Sm}\p{Sk}\p{C}]|\ufe0f/gu
const COMMON_SIGNS = /^[+<=>|~^`´¨¯¸×÷±¬°©®™&#*\d]$/u

/** On one line, and without what would be drawn as an empty box; null where nothing of it can be drawn. */
function drawable(words: string): string | null {
  const line = words
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(STRANGE, (sign) => (COMMON_SIGNS.test(sign) ? sign : ''))
    .replace(/ {2,}/g, ' ')
    .trim()
  if (!line || !SCRIPTS.test(line)) return null
  return [...line].slice(0, LONGEST).join('')
}
