import { Node } from '@tiptap/pm/model'
import { EditorState, type Transaction } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { compactDocument } from '@/lib/documents/compact'
import { type ArticleDocument, type DocumentNode, documentOf } from '@/lib/documents/document'
import { documentSchema } from '@/lib/documents/prosemirror-schema'
import { parseDocument } from '@/lib/documents/schema'
import { footnoteOrder } from './footnotes'
import { nodeTypeOf } from './types'

const stateOf = (...content: DocumentNode[]): EditorState =>
  EditorState.create({ doc: Node.fromJSON(documentSchema, documentOf(content)), plugins: [footnoteOrder()] })

const p = (...content: DocumentNode[]): DocumentNode => ({ type: 'paragraph', content })
const text = (value: string): DocumentNode => ({ type: 'text', text: value })
const mark = (note: string): DocumentNode => ({ type: 'footnoteMark', attrs: { note, back: `${note}-b` } })
const note = (name: string): DocumentNode => ({
  type: 'footnote',
  attrs: { note: name, back: `${name}-b` },
  content: [p(text(name))],
})

function changed(before: EditorState, change: (transaction: Transaction) => Transaction): DocumentNode[] {
  const { doc } = before.apply(change(before.tr))
  const document = compactDocument(doc.toJSON() as ArticleDocument)
  expect(parseDocument(document)).toMatchObject({ ok: true })
  return document.content ?? []
}

const notesIn = (content: readonly DocumentNode[]) =>
  content.find(({ type }) => type === 'footnotes')?.content?.map(({ attrs }) => attrs?.note)

test('a mark that is put before another takes its note before the other’s', () => {
  const before = stateOf(p(text('a b'), mark('x')), { type: 'footnotes', content: [note('x')] })
  const type = nodeTypeOf(documentSchema, 'footnoteMark')
  const content = changed(before, (change) => change.insert(2, type.create({ note: 'y', back: 'y-b' })))
  expect(notesIn(content)).toEqual(['y', 'x'])
})

test('a mark that is deleted takes its note along, the last one the list', () => {
  const before = stateOf(p(mark('x'), mark('y')), { type: 'footnotes', content: [note('x'), note('y')] })
  expect(notesIn(changed(before, (change) => change.delete(1, 2)))).toEqual(['y'])
  expect(notesIn(changed(before, (change) => change.delete(1, 3)))).toBeUndefined()
})

test('notes that no mark leads to stay as they were imported', () => {
  const before = stateOf(p(text('a'), mark('y')), { type: 'footnotes', content: [note('x'), note('y')] })
  expect(notesIn(changed(before, (change) => change.insertText('b', 1)))).toEqual(['x', 'y'])
  expect(notesIn(changed(before, (change) => change.delete(2, 3)))).toEqual(['x'])
})

test('a first mark gets a note to write in, at the foot', () => {
  const type = nodeTypeOf(documentSchema, 'footnoteMark')
  const content = changed(stateOf(p(text('a')), p(text('b'))), (change) =>
    change.insert(2, type.create({ note: 'x', back: 'x-b' })),
  )
  expect(content.at(-1)).toEqual({
    type: 'footnotes',
    content: [{ type: 'footnote', attrs: { note: 'x', back: 'x-b' }, content: [{ type: 'paragraph' }] }],
  })
})
