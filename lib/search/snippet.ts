import { LONGEST_PHRASE, type SearchQuery } from './query'
import { isWithinWords, readWords, type Word, type Words } from './words'

/** A piece of a snippet; `hit`: it is what was looked for. */
export type SnippetPart = { text: string; hit: boolean }

const MOST_WORDS = 40
/** For texts without spaces. */
const MOST_CHARACTERS = 400
/** Hits farther apart than this are not shown in one snippet: there must be room before them. */
const CLUSTER_WORDS = 30
const WORDS_BEFORE = 10

/** What was looked for mostly stands near the beginning of a text; the rest is read where it does not. */
const FIRST_CHARACTERS = 1_000

type Hit = { start: number; end: number; word: number; term: number }
/** Its first and last word, and whether it shows everything that was looked for. */
type Cluster = { first: number; last: number; hasAll: boolean }

/**
 * The part of a plain text that shows most of what was looked for, at most 40 words, beginning where a sentence does
 * if one begins nearby. Null where nothing of it occurs.
 */
export function snippetOf(text: string, query: SearchQuery): SnippetPart[] | null {
  for (let length = FIRST_CHARACTERS; ; length *= 4) {
    const snippet = snippetIn(text, firstLines(text, length), query)
    if (snippet !== undefined) return snippet
  }
}

/**
 * The same, where no more than these first lines of the text has to be read to know it: they show everything that was looked
 * for, so no later place is better. Undefined where that is not so.
 */
function snippetIn(text: string, lines: string, query: SearchQuery): SnippetPart[] | null | undefined {
  const read = readWords(lines)
  const hits = findHits(read, query)
  const cluster = densest(hits, query.terms.length)
  const isAll = lines.length === text.length
  if (!cluster) return isAll ? null : undefined
  const start = beginning(text, read.words, cluster)
  const end = ending(text, start)
  // What begins later may be a phrase that goes on in the next line.
  const known = read.words.at(-LONGEST_PHRASE)?.start ?? 0
  const last = read.words[cluster.last]?.end ?? 0
  if (!isAll && !(cluster.hasAll && known > Math.max(end, last))) return undefined
  return [
    ...(start > 0 ? [plain('… ')] : []),
    ...cut(text, start, end, hits),
    ...(end < text.length ? [plain(' …')] : []),
  ]
}

function firstLines(text: string, length: number): string {
  const end = text.indexOf('\n', length)
  return end < 0 ? text : text.slice(0, end)
}

const plain = (text: string): SnippetPart => ({ text, hit: false })

function findHits({ words, joined }: Words, { terms }: SearchQuery): Hit[] {
  const bySequence = new Map<string, { rest: string[]; term: number }[]>()
  for (const [term, sequences] of terms.entries()) {
    for (const [first = '', ...rest] of sequences) {
      const known = bySequence.get(first)
      if (known) known.push({ rest, term })
      else bySequence.set(first, [{ rest, term }])
    }
  }
  const hits: Hit[] = []
  for (const [i, { token, start }] of words.entries()) {
    for (const { rest, term } of bySequence.get(token) ?? []) {
      const last = words[i + rest.length]
      if (last && rest.every((next, k) => words[i + 1 + k]?.token === next)) {
        hits.push({ start, end: last.end, word: i, term })
      }
    }
  }
  const alone = joined.flatMap(({ token, start, end }) =>
    (bySequence.get(token) ?? []).flatMap(({ rest, term }) => (rest.length ? [] : [{ token, start, end, term }])),
  )
  if (!alone.length) return hits
  const wordAt = new Map(words.map(({ start }, i) => [start, i]))
  for (const { start, end, term } of alone) hits.push({ start, end, word: wordAt.get(start) ?? 0, term })
  return hits.sort((a, b) => a.start - b.start)
}

/** The earliest hits that stand together and show the most of the terms. */
function densest(hits: Hit[], terms: number): Cluster | null {
  const counts = new Map<number, number>()
  let best: Cluster | null = null
  let most = 0
  let left = 0
  for (const { word, term } of hits) {
    counts.set(term, (counts.get(term) ?? 0) + 1)
    for (let first = hits[left]; first && word - first.word >= CLUSTER_WORDS; first = hits[++left]) {
      const count = (counts.get(first.term) ?? 1) - 1
      if (count) counts.set(first.term, count)
      else counts.delete(first.term)
    }
    if (counts.size > most) {
      most = counts.size
      best = { first: hits[left]?.word ?? word, last: word, hasAll: most === terms }
      if (most === terms) break
    }
  }
  return best
}

function beginning(text: string, words: Word[], { first, last }: Cluster): number {
  const before = Math.min(WORDS_BEFORE, Math.floor((MOST_WORDS - (last - first + 1)) / 2))
  const earliest = Math.max(0, first - before)
  if (earliest === 0) return 0
  for (let i = first; i >= earliest; i--) {
    const from = words[i - 1]?.end ?? 0
    const sentenceEnd = /[.!?؟。]?["”’»)]*\n|[.!?؟。]["”’»)]*\s/.exec(text.slice(from, words[i]?.start))
    if (sentenceEnd) return from + sentenceEnd.index + sentenceEnd[0].length
  }
  return words[earliest]?.start ?? 0
}

function ending(text: string, start: number): number {
  let count = 0
  let end = start
  const word = /\S+/g
  word.lastIndex = start
  for (let match = word.exec(text); match; match = word.exec(text)) {
    if (count++ === MOST_WORDS || match.index - start >= MOST_CHARACTERS) break
    end = word.lastIndex
  }
  if (end - start > 2 * MOST_CHARACTERS) end = characterEnd(text, start + MOST_CHARACTERS)
  if (end === text.length) return end
  return start + text.slice(start, end).replace(/[\s,;:،؛–—-]+$/u, '').length
}

const characterEnd = (text: string, at: number) => (/[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at)

function cut(text: string, start: number, end: number, hits: Hit[]): SnippetPart[] {
  const parts: SnippetPart[] = []
  let at = start
  for (const hit of hits) {
    if (hit.start < at || hit.end > end) continue
    const between = text.slice(at, hit.start)
    const last = parts.at(-1)
    const words = text.slice(hit.start, hit.end)
    if (last?.hit && isWithinWords(between)) last.text += between + words
    else {
      if (between) parts.push({ text: between, hit: false })
      parts.push({ text: words, hit: true })
    }
    at = hit.end
  }
  if (at < end) parts.push({ text: text.slice(at, end), hit: false })
  return parts.map(({ text: part, hit }) => ({ text: part.replace(/\s+/g, ' '), hit }))
}
