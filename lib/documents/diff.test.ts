import { expect, test } from 'vitest'
import { diffDocuments } from './diff'
import { type DocumentNode, documentOf } from './document'

const p = (text: string): DocumentNode => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const diff = (before: string[], after: string[]) => diffDocuments(documentOf(before.map(p)), documentOf(after.map(p)))
const same = (text: string) => ({ text, changed: false })
const other = (text: string) => ({ text, changed: true })

test('in a block that changed, the words that did', () => {
  expect(diff(['It will cost £2.3m, she said.'], ['It will cost £2.4m, she said.'])).toEqual([
    {
      type: 'paragraph',
      before: [same('It will cost £2.'), other('3m'), same(', she said.')],
      after: [same('It will cost £2.'), other('4m'), same(', she said.')],
    },
  ])
})

test('a block more, a block less, and those around it as they were', () => {
  const rows = diff(['One.', 'Two.', 'Three.'], ['One.', 'Three.', 'Four.'])
  expect(rows.map(({ before, after }) => [before?.[0], after?.[0]])).toEqual([
    [same('One.'), same('One.')],
    [other('Two.'), undefined],
    [same('Three.'), same('Three.')],
    [undefined, other('Four.')],
  ])
})

test('a block that has little in common with the one in its place stands alone', () => {
  expect(
    diff(['The boat left at nine.'], ['Mussels grow on ropes here.']).map(({ before, after }) => [!before, !after]),
  ).toEqual([
    [false, true],
    [true, false],
  ])
})

test('a Persian word with a joiner inside is one word', () => {
  const [row] = diff(['قایق می‌رود امشب از اینجا'], ['قایق نمی‌رود امشب از اینجا'])
  expect(row?.after).toContainEqual(other('نمی‌رود'))
})

test('an item of a list is a row, and a new alt text is a change', () => {
  const list = (...items: string[]): DocumentNode => ({
    type: 'bulletList',
    content: items.map((item) => ({ type: 'listItem', content: [p(item)] })),
  })
  const image = (alt: string): DocumentNode => ({ type: 'image', attrs: { src: '/a.jpg', alt } })
  const rows = diffDocuments(
    documentOf([list('a', 'b'), image('A grey heron')]),
    documentOf([list('a', 'b', 'c'), image('A white heron')]),
  )
  expect(rows.map(({ type }) => type)).toEqual(['paragraph', 'paragraph', 'paragraph', 'image'])
  expect(rows.at(-1)?.after).toContainEqual(other('white'))
})

test('ten thousand words that have nothing in common are two texts, said at once', () => {
  const words = (prefix: string) => Array.from({ length: 10_000 }, (_, i) => `${prefix}${i}`).join(' ')
  expect(diff([words('a')], [words('b')])).toEqual([
    { type: 'paragraph', before: [other(words('a'))], after: null },
    { type: 'paragraph', before: null, after: [other(words('b'))] },
  ])
})
