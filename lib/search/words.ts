import { foldWord } from './fold'
import { stemWord } from './stem'

/** A word of a text: what it is indexed and looked up as, and where it stands (UTF-16 offsets). */
export type Word = { token: string; start: number; end: number }
/** `joined`: words that a half space or a hyphen parts, taken as one: پرنده‌شمار is found as پرندهشمار, e-mail as email. */
export type Words = { words: Word[]; joined: Word[] }

// A plain Latin or Arabic word first, because nearly all are and the rest takes four times as long. Then thousands ("318,000",
// "۱٬۲۰۰"), and a letter or digit with what may stand inside a word: marks, what is not seen (but the half space), apostrophes
// before a letter, the quotation mark of Hebrew abbreviations. Arabic joins "and" to a number: و٧١.
const WORD =
  /(?:[A-Za-z]+|[\u0621-\u064a\u066e-\u06d3]+)(?![\p{L}\p{M}\p{Cf}\w'’‘`´׳״])|\p{Nd}{1,3}(?:[,٬]\p{Nd}{3}){1,6}(?!\p{Nd})|[\p{L}\p{N}](?:[\p{L}\p{M}]|(?<![\u0620-\u064a\u066e-\u06d3])\p{N}|(?!\u200c)\p{Cf}|['’‘`´׳״](?=\p{L})|(?<=[א-ת])"(?=[א-ת]))*/gu
const SPACE = 0x20
const HALF_SPACE = 0x200c
const HYPHENS = new Set([0x2d, 0x2010, 0x2011])
/** Written without spaces: each character is a word, and a query of several is a phrase. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
/** Nobody looks for longer ones; PostgreSQL's limit for a lexeme is 2,046 bytes. */
const LONGEST_TOKEN = 64

/**
 * The words of a text in order. Endings and beginnings that Persian writes parted (ها, تر, می) belong to the word they
 * stand with and take no place, so that کتاب ها, کتاب‌ها and کتابها are one word, also inside a phrase.
 */
export function readWords(text: string): Words {
  const words: Word[] = []
  const joined: Word[] = []
  // What half spaces or hyphens have parted so far: where it starts, and how many words there were before it.
  let chainStart = 0
  let chainWords = 0
  let previousEnd = 0
  /** Where a beginning (می) stands that belongs to the next word. */
  let opened = -1
  const endChain = () => {
    if (words.length - chainWords < 2) return
    const { token } = readingOf(text.slice(chainStart, previousEnd).replace(JOINTS, ''))
    if (token) joined.push({ token, start: chainStart, end: previousEnd })
  }
  for (const { 0: raw, index: start } of text.matchAll(WORD)) {
    const end = start + raw.length
    const sign = signBetween(text, previousEnd, start)
    const chained = sign === HALF_SPACE || HYPHENS.has(sign)
    if (!chained) {
      endChain()
      chainStart = start
      chainWords = words.length
    }
    const near = chained || sign === SPACE
    const { token, role } = readingOf(raw)
    if (role === 'beginning') opened = start
    else if (role === 'ending' || (role === 'joined ending' && sign === HALF_SPACE)) {
      const last = words.at(-1)
      if (last && near) last.end = end
    } else if (role === 'characters') {
      for (const character of characters(raw, start)) words.push(character)
    } else {
      words.push({ token, start: opened >= 0 && near ? opened : start, end })
      opened = -1
    }
    previousEnd = end
  }
  endChain()
  return { words, joined }
}

/** The one sign that parts two words (half spaces are sometimes doubled); 0 for none or several. */
function signBetween(text: string, end: number, start: number): number {
  const sign = text.charCodeAt(end)
  const single = start - end === 1 || (start > end && sign === HALF_SPACE && text.charCodeAt(start - 1) === HALF_SPACE)
  return single ? sign : 0
}

const JOINTS = /[\u200c‐‑-]/g

/** What stands between two words that are one thing to a reader: nothing else than this is marked with them. */
export const isWithinWords = (between: string): boolean => /^[\s\u200c‐‑-]*$/.test(between)

function characters(raw: string, start: number): Word[] {
  return [...raw.matchAll(/\P{M}\p{M}*/gu)].flatMap(({ 0: character, index }) => {
    const { token } = readingOf(character)
    return token ? [{ token, start: start + index, end: start + index + character.length }] : []
  })
}

type Reading = { token: string; role: 'word' | 'beginning' | 'ending' | 'joined ending' | 'characters' }

// A text repeats its words: nine of ten are answered from here. Not the long ones: V8 keeps a part of more than 12
// characters as a reference into its text, and whole articles would stay in memory for a word each.
const known = new Map<string, Reading>()
const MOST_KNOWN = 20_000
const LONGEST_KNOWN = 12

function readingOf(raw: string): Reading {
  const found = known.get(raw)
  if (found) return found
  const folded = foldWord(raw)
  const token = stemWord(folded)
  const reading = { token: token.length > LONGEST_TOKEN ? firstCharacters(token) : token, role: roleOf(folded) }
  if (known.size >= MOST_KNOWN) known.clear()
  if (raw.length <= LONGEST_KNOWN) known.set(raw, reading)
  return reading
}

const firstCharacters = (token: string) => token.slice(0, LONGEST_TOKEN).toWellFormed().replaceAll('\ufffd', '')

function roleOf(folded: string): Reading['role'] {
  if (BEGINNINGS.has(folded)) return 'beginning'
  if (folded === '' || ENDINGS.has(folded)) return 'ending'
  if (JOINED_ENDINGS.has(folded)) return 'joined ending'
  return UNSPACED.test(folded) ? 'characters' : 'word'
}

const setOf = (words: string) => new Set(words.split(' '))
/** Folded: می, نمی. */
const BEGINNINGS = setOf('مي نمي')
/** ها های هایی هایم … تر ترین, the ی of خانه ی. */
const ENDINGS = setOf('ها هاي هايي هايم هايت هايش هايمان هايتان هايشان تر ترين ي')
/** Only after a half space; parted by a space these are words. */
const JOINED_ENDINGS = setOf('ام ات اش ايم ايد اند اي مان تان شان م ت ش')
