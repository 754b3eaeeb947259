import { escapeHtml } from '@/lib/markup/escape'
import { plainText } from '@/lib/markup/plain-text'
import type { Random } from './random'

/** The sentences of a language that large sites are made of. */
export type Sentences = { locale: string; sentences: string[] }

/** Sentences of the demo newsroom's texts, by language. `bodies` are canonical HTML. */
export function collectSentences(bodies: { locale: string; html: string }[]): Sentences[] {
  const byLocale = new Map<string, string[]>()
  for (const { locale, html } of bodies) {
    const found = plainText(html)
      .split('\n')
      .flatMap((paragraph) => paragraph.match(/[^.!?؟]+[.!?؟]+/g) ?? [])
      .map((sentence) => sentence.trim())
      .filter((sentence) => sentence.length > 30 && sentence.length < 300)
    byLocale.set(locale, [...(byLocale.get(locale) ?? []), ...found])
  }
  return [...byLocale].map(([locale, sentences]) => ({ locale, sentences }))
}

const SYLLABLES = [
  'bar',
  'del',
  'fen',
  'gor',
  'hal',
  'kes',
  'lin',
  'mor',
  'nar',
  'pel',
  'quin',
  'ros',
  'sten',
  'tar',
  'vel',
  'wyn',
]

/** An invented name, common for small numbers and met once for large ones. */
export function inventedName(number: number): string {
  let name = ''
  for (let rest = number + 16; rest > 0; rest = Math.floor(rest / 16)) name += SYLLABLES[rest % 16]
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`
}

const NAMES = 60_000

/** A text of about `words` words in paragraphs, with subheads, and with names of every rarity. */
export function makeBody(random: Random, { sentences }: Sentences, words: number): string {
  const parts: string[] = []
  for (let count = 0; count < words; ) {
    const paragraph: string[] = []
    for (let i = 0; i < 4; i++) paragraph.push(random.pick(sentences))
    paragraph.push(`${inventedName(Math.floor(NAMES * random.next() ** 4))}.`)
    if (count > 0 && random.below(4) === 0) parts.push(`<h2>${escapeHtml(makeHeadline(random, sentences))}</h2>`)
    parts.push(`<p>${escapeHtml(paragraph.join(' '))}</p>`)
    count += paragraph.join(' ').split(' ').length
  }
  return parts.join('\n')
}

/** The beginning of one sentence. */
export function makeHeadline(random: Random, sentences: string[]): string {
  return random
    .pick(sentences)
    .split(' ')
    .slice(0, 5 + random.below(6))
    .join(' ')
    .replace(/[\s.,;:،؛!?؟–-]+$/u, '')
}
