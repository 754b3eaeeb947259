import { visibleText } from '@/lib/markup/characters'
import { firstCharacters } from '@/lib/wordpress/text/first-characters'

const MAX_LENGTH = 200
const NEW_SLUG_CHARACTERS = 80

// Letters that Unicode does not take apart into a letter and its accent, and how WordPress spells them.
const SPELLED = new Map(
  'ß=s Æ=AE æ=ae Ø=O ø=o Œ=OE œ=oe Þ=TH þ=th Ð=D ð=d Đ=D đ=d Ħ=H ħ=h ı=i Ĳ=IJ ĳ=ij ĸ=k Ł=L ł=l Ŀ=L ŀ=l ŉ=n Ŋ=N ŋ=n Ŧ=T ŧ=t ſ=s €=E £= ª=a º=o'
    .split(' ')
    .map((pair) => pair.split('=') as [string, string]),
)
/** Latin letters that lose their accents: not all of them, Welsh and Vietnamese do, some of the transcriptions do not. */
const ACCENTED = /[\u00aa\u00ba\u00c0-\u017f\u01a0\u01a1\u01af\u01b0\u01cd-\u01dc\u0218-\u021b\u1ea0-\u1ef9€£]/g
/** Signs between words: spaces that are no space, dashes, the slash. The full stop comes later, after the entities. */
const PARTS_WORDS =
  /[\u00a0\u2000-\u200a\u2013\u2014\u2028\u2029\u202f/]|&nbsp;|&#160;|&ndash;|&#8211;|&mdash;|&#8212;/g
/** Quotation marks, signs of the trade, marks of direction and joining: nothing stands for them. */
const UNSPOKEN =
  /[\u00a1\u00ad\u00ab\u00a9\u00ae\u00b0\u00b4\u00bb\u00bf\u02ca\u200b-\u200f\u2018-\u201f\u2022\u2026\u202a-\u202e\u2039\u203a\u2122\ufeff\ufffc]|\u0300|\u0301|\u0304|\u030c|\u0341/g

/**
 * The slug that WordPress gives a title: lower case, accents off, tags and signs out, everything left beyond ASCII
 * percent-encoded, at most 200 characters. Empty where nothing is left.
 *
 * Learnt from what WordPress 6.1.9 answers to 4,132 titles (lib/wordpress/text/oracle.corpus.test.ts). What looks like
 * an accident is kept, because old addresses are made of it: the length is measured before signs are taken out, so a
 * slug of Arabic words may end in the middle of one.
 */
export function wordpressSlug(title: string): string {
  const text = withoutTags(title)
    .normalize('NFC')
    .replace(ACCENTED, (letter) => SPELLED.get(letter) ?? letter.normalize('NFD').replace(/\p{M}/gu, ''))
    .replace(/%(?![\da-f]{2})|\p{Surrogate}/giu, '')
    .toLowerCase()
  return firstCharacters(text, MAX_LENGTH, encodedLength)
    .replace(PARTS_WORDS, '-')
    .replace(UNSPOKEN, '')
    .replaceAll('×', 'x')
    .replace(/&.+?;/g, '')
    .replaceAll('.', '-')
    .replace(/[^\u0080-\u{10ffff}%a-z\d\s_-]/gu, '')
    .replace(/[\t-\r ]+/g, '-')
    .replace(/[^\0-\x7f]/gu, (character) => encodeURIComponent(character).toLowerCase())
    .replace(/-{2,}/g, '-')
    .replace(/^-+|-+$/g, '')
}

function encodedLength(character: string): number {
  return character <= '\x7f' ? 1 : 3 * new TextEncoder().encode(character).length
}

/** As PHP strips them: "<" before anything but space opens a tag, tags nest, and one that is not closed takes the rest. */
function withoutTags(text: string): string {
  if (!text.includes('<')) return text
  let kept = ''
  let depth = 0
  let quote = ''
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index)
    if (depth === 0 && text.startsWith('<!--', index)) {
      const end = text.indexOf('-->', index)
      index = end === -1 ? text.length : end + 2
      continue
    }
    if (character === '<' && quote === '' && /\S/.test(text.charAt(index + 1))) depth++
    else if (depth === 0) kept += character
    else if (character === '>' && quote === '') depth--
    else if ((character === '"' || character === "'") && (quote === '' || quote === character))
      quote = quote === '' ? character : ''
  }
  return kept
}

/** A slug for a new article: the headline's words as they are written, in lower case; never empty. At most 80 characters. */
export function newSlug(headline: string): string {
  const words = visibleText(headline)
    .normalize('NFC')
    .toLowerCase()
    // An apostrophe stands inside a word, a joiner shapes one.
    .replace(/['’ʼ]/g, '')
    .split(/[^\p{L}\p{N}\p{M}\u200c]+/u)
    .map((word) => word.replace(/^\u200c+|\u200c+$/g, ''))
    .filter((word) => word !== '')
  let slug = ''
  for (const word of words) {
    const longer = slug === '' ? firstCharacters(word, NEW_SLUG_CHARACTERS, () => 1) : `${slug}-${word}`
    if ([...longer].length > NEW_SLUG_CHARACTERS) break
    slug = longer
  }
  return slug === '' ? 'article' : slug
}
