import { diffArrays } from 'diff'
import { textOfNode } from '@/lib/documents/direction'
import type { ArticleDocument, DocumentNode } from '@/lib/documents/document'
import type { NodeName } from '@/lib/documents/node-types'

/** Words that follow each other; `changed` where the other side does not have them. */
export type DiffPart = { text: string; changed: boolean }
/** A block on both sides, or on one alone; `type` is the newer one's kind. */
export type DiffRow = { type: NodeName; before: DiffPart[] | null; after: DiffPart[] | null }

/** Two texts that have less in common than this are two texts: their words, woven together, could not be read. */
const LEAST_IN_COMMON = 0.3
/** Beyond so many changes the search for the fewest takes longer than a person waits, and tells no more. */
const MAX_CHANGES = 1_000
/** So many blocks further on, what is alike is looked for. */
const NEAR = 50

/**
 * What changed between two documents, block by block and in each block word by word, to stand side by side. Blocks that
 * are the same are rows without a changed part.
 */
export function diffDocuments(before: ArticleDocument, after: ArticleDocument): DiffRow[] {
  const old = linesOf(before)
  const young = linesOf(after)
  const changes = diffArrays(
    old.map(({ key }) => key),
    young.map(({ key }) => key),
    { maxEditLength: MAX_CHANGES },
  ) ?? [
    { removed: true, added: false, value: old },
    { removed: false, added: true, value: young },
  ]
  const rows: DiffRow[] = []
  let removed: Line[] = []
  let from = 0
  let to = 0
  for (const { removed: gone, added: come, value } of changes) {
    if (gone) {
      rows.push(...removed.map(onlyBefore))
      removed = old.slice(from, from + value.length)
      from += value.length
    } else if (come) {
      rows.push(...pairs(removed, young.slice(to, to + value.length)))
      removed = []
      to += value.length
    } else {
      rows.push(...removed.map(onlyBefore), ...young.slice(to, to + value.length).map(unchanged))
      removed = []
      from += value.length
      to += value.length
    }
  }
  return [...rows, ...removed.map(onlyBefore)]
}

type Line = { type: NodeName; text: string; key: string }

/** Blocks that hold only blocks are taken apart: a changed item is a row, not the whole list. */
function linesOf(node: DocumentNode): Line[] {
  const { type, attrs = {}, content = [] } = node
  const parts = content.some((child) => child.content !== undefined || child.attrs !== undefined)
  if (parts && !content.some(isInline)) return content.flatMap(linesOf)
  const text = [attrs.alt, textOfNode(node), attrs.credit, attrs.title, attrs.href, attrs.src, attrs.html]
    .filter((said) => typeof said === 'string' && said !== '')
    .join('\n')
  return [{ type, text, key: `${type} ${text}` }]
}

const isInline = ({ type }: DocumentNode): boolean =>
  type === 'text' || type === 'hardBreak' || type === 'inlineImage' || type === 'footnoteMark'

const onlyBefore = ({ type, text }: Line): DiffRow => ({ type, before: [{ text, changed: true }], after: null })
const onlyAfter = ({ type, text }: Line): DiffRow => ({ type, before: null, after: [{ text, changed: true }] })

function unchanged({ type, text }: Line): DiffRow {
  const parts = [{ text, changed: false }]
  return { type, before: parts, after: parts }
}

/** What was there beside what took its place, in order; what is like nothing on the other side stands alone. */
function pairs(before: readonly Line[], after: readonly Line[]): DiffRow[] {
  const rows: DiffRow[] = []
  let next = 0
  for (const line of before) {
    const like = after.findIndex((other, i) => i >= next && i < next + NEAR && areAlike(line, other))
    const other = after[like]
    if (other === undefined) {
      rows.push(onlyBefore(line))
      continue
    }
    rows.push(...after.slice(next, like).map(onlyAfter), ...pair(line, other))
    next = like + 1
  }
  return [...rows, ...after.slice(next).map(onlyAfter)]
}

/** Same kind, and enough of the longer one's words in the other, wherever they stand. */
function areAlike(before: Line, after: Line): boolean {
  if (before.type !== after.type) return false
  const [one, other] = [spokenWords(before.text), spokenWords(after.text)]
  const left = new Map<string, number>()
  for (const word of one) left.set(word, (left.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of other) {
    const count = left.get(word) ?? 0
    if (count > 0) shared++
    left.set(word, count - 1)
  }
  return shared >= LEAST_IN_COMMON * Math.max(one.length, other.length)
}

const spokenWords = (text: string): string[] => wordsOf(text).filter((word) => /[\p{L}\p{N}]/u.test(word))

function pair(before: Line, after: Line): DiffRow[] {
  const sides = sidesOf(before.text, after.text)
  return sides ? [{ type: after.type, ...sides }] : [onlyBefore(before), onlyAfter(after)]
}

/** What changed between two short texts, word by word. */
export function diffWords(before: string, after: string): { before: DiffPart[]; after: DiffPart[] } {
  const whole = (text: string) => (text ? [{ text, changed: true }] : [])
  return sidesOf(before, after) ?? { before: whole(before), after: whole(after) }
}

function sidesOf(before: string, after: string): { before: DiffPart[]; after: DiffPart[] } | null {
  const changes = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: MAX_CHANGES })
  if (changes === undefined) return null
  const side = (left: 'added' | 'removed') =>
    changes
      .filter((change) => !change[left])
      .map((change) => ({ text: change.value.join(''), changed: change.added || change.removed }))
  return { before: side('added'), after: side('removed') }
}

/** Words, and the spaces and marks between them; a Persian word with a joiner that nobody sees is one. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}\u200c'’]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu) ?? []
}
