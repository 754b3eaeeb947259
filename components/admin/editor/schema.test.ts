import { Editor } from '@tiptap/core'
import { expect, test } from 'vitest'
import { compactDocument } from '@/lib/documents/compact'
import { type ArticleDocument, type DocumentNode, documentOf } from '@/lib/documents/document'
import { nodeTypes } from '@/lib/documents/node-types'
import { documentSchema } from '@/lib/documents/prosemirror-schema'
import { editorWordsFor } from '@/lib/i18n/editor-words'
import { editorExtensions } from './extensions'

// The editor without a page to draw on.

const editorOn = (...content: DocumentNode[]) =>
  new Editor({
    element: null,
    extensions: editorExtensions(editorWordsFor('en'), {}),
    schemaSpec: documentSchema.spec,
    content: documentOf(content),
    injectCSS: false,
  })

const p = (...content: DocumentNode[]): DocumentNode => ({ type: 'paragraph', content })
const text = (value: string): DocumentNode => ({ type: 'text', text: value })
const mark = (note: string): DocumentNode => ({ type: 'footnoteMark', attrs: { note, back: `${note}-b` } })
const note = (name: string): DocumentNode => ({
  type: 'footnote',
  attrs: { note: name, back: `${name}-b` },
  content: [p(text(name))],
})

test('the editor’s schema is the one that documents are checked against', () => {
  const { schema } = editorOn(p(text('a')))
  expect(Object.keys(schema.nodes)).toEqual([...nodeTypes.keys()])
  for (const name of nodeTypes.keys()) {
    const [own, checked] = [schema.nodes[name]?.spec, documentSchema.nodes[name]?.spec]
    expect([name, own?.content, own?.group, own?.marks]).toEqual([
      name,
      checked?.content,
      checked?.group,
      checked?.marks,
    ])
    expect([name, Object.keys(own?.attrs ?? {})]).toEqual([name, Object.keys(checked?.attrs ?? {})])
  }
  expect(Object.keys(schema.marks)).toEqual(Object.keys(documentSchema.marks))
})

test('what the editor writes of a text that was not changed is that text', () => {
  const content = [p(text('a'), mark('x')), { type: 'footnotes', content: [note('x')] } as DocumentNode]
  const json = compactDocument(editorOn(...content).getJSON() as ArticleDocument)
  expect(json.content).toEqual(content)
})
