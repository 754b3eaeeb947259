import { expect, test } from 'vitest'
import { documentSchema } from '@/lib/documents/prosemirror-schema'
import { findMatches } from './find-text'

const paragraph = (...content: object[]) => ({ type: 'paragraph', content })
const text = (said: string, ...marks: string[]) => ({
  type: 'text',
  text: said,
  marks: marks.map((type) => ({ type })),
})
const found = (content: object[], query: string, exact = false) => {
  const doc = documentSchema.nodeFromJSON({ type: 'doc', content })
  return findMatches(doc, query, exact).map(({ from, to }) => doc.textBetween(from, to))
}

test.each([
  ['Ferry, ferry, FERRY', 'ferry', false, ['Ferry', 'ferry', 'FERRY']],
  ['Ferry, ferry, FERRY', 'ferry', true, ['ferry']],
  ['aaaa', 'aa', false, ['aa', 'aa']],
  ['the harbour’s', "harbour's", false, ['harbour’s']],
  ['nothing', '', false, []],
  ['100%', '%', false, ['%']],
  ['(a.b)', '.', false, ['.']],
  ['كِتابٌ و كتاب', 'كتاب', false, ['كِتابٌ', 'كتاب']],
  ['كِتاب و كتاب', 'كتاب', true, ['كتاب']],
  ['مدرسة، کتابی ۱۲', 'مدرسه', false, ['مدرسة']],
  ['مدرسة، کتابی ۱۲', 'كتابي 12', false, ['کتابی ۱۲']],
  ['İstanbul', 'stan', false, ['stan']],
])('“%s” has “%s” (exactly: %s)', (said, query, exact, matches) => {
  expect(found([paragraph(text(said))], query, exact)).toEqual(matches)
})

test('marks are no end of a word, and a paragraph is', () => {
  expect(found([paragraph(text('fer'), text('ry', 'bold'))], 'ferry')).toEqual(['ferry'])
  expect(found([paragraph(text('fer')), paragraph(text('ry'))], 'ferry')).toEqual([])
  expect(found([paragraph(text('fer'), { type: 'hardBreak' }, text('ry'))], 'ferry')).toEqual([])
})
