import type { Editor } from '@tiptap/core'
import { Fragment, Slice } from '@tiptap/pm/model'
import { Selection } from '@tiptap/pm/state'
import type { DocumentNode } from '@/lib/documents/document'
import type { EditorWords } from '@/lib/i18n/editor-words'
import { addFootnote } from './footnotes'

/** What needs an answer before it can be added. */
export type Question = 'link' | 'embed' | 'image' | 'gallery'

export type BlockName = keyof EditorWords['blocks']

export type BlockChoice = {
  name: BlockName
  /** What stands for it in Markdown. */
  sign?: string
  editorsOnly?: true
  run(editor: Editor, ask: (question: Question) => void): void
}

/** The menu of `/`, in its order: what is used most comes first. */
export const BLOCKS: readonly BlockChoice[] = [
  { name: 'image', run: (_, ask) => ask('image') },
  { name: 'heading2', sign: '##', run: (editor) => editor.commands.setNode('heading', { level: 2 }) },
  { name: 'heading3', sign: '###', run: (editor) => editor.commands.setNode('heading', { level: 3 }) },
  { name: 'heading4', sign: '####', run: (editor) => editor.commands.setNode('heading', { level: 4 }) },
  { name: 'paragraph', run: (editor) => editor.commands.setNode('paragraph') },
  { name: 'quote', sign: '>', run: (editor) => insert(editor, quote(false)) },
  { name: 'pullQuote', run: (editor) => insert(editor, quote(true)) },
  { name: 'bulletList', sign: '-', run: (editor) => editor.commands.toggleList('bulletList', 'listItem') },
  { name: 'orderedList', sign: '1.', run: (editor) => editor.commands.toggleList('orderedList', 'listItem') },
  { name: 'embed', run: (_, ask) => ask('embed') },
  { name: 'gallery', run: (_, ask) => ask('gallery') },
  { name: 'table', run: (editor) => insert(editor, table(3, 3)) },
  { name: 'footnote', run: addFootnote },
  { name: 'codeBlock', sign: '```', run: (editor) => editor.commands.setNode('codeBlock') },
  { name: 'details', run: (editor) => insert(editor, details) },
  { name: 'divider', sign: '---', run: (editor) => insert(editor, { type: 'divider' }) },
  { name: 'pageBreak', run: (editor) => insert(editor, { type: 'pageBreak' }) },
  { name: 'rawHtml', editorsOnly: true, run: (editor) => insert(editor, { type: 'rawHtml' }) },
]

/** Puts blocks in place of an empty paragraph, or where the cursor is; the cursor goes into the first of them. */
export function insert(editor: Editor, ...nodes: DocumentNode[]): void {
  const { state, view, schema } = editor
  const { $from } = state.selection
  const empty = $from.parent.isTextblock && $from.parent.content.size === 0 && $from.depth > 0
  const transaction = state.tr.replaceSelection(new Slice(Fragment.fromJSON(schema, nodes), 0, 0))
  const start = transaction.mapping.map(empty ? $from.before() : $from.pos, -1)
  const cursor = Selection.near(transaction.doc.resolve(start), 1)
  view.dispatch(transaction.setSelection(cursor).scrollIntoView())
  view.focus()
}

const paragraph: DocumentNode = { type: 'paragraph' }
const quote = (pull: boolean): DocumentNode => ({
  type: 'quote',
  attrs: { pull },
  content: [paragraph, { type: 'quoteSource' }],
})
const details: DocumentNode = { type: 'details', content: [{ type: 'detailsSummary' }, paragraph] }

function table(rows: number, columns: number): DocumentNode {
  const cells = (type: 'tableHeader' | 'tableCell') =>
    Array.from({ length: columns }, (): DocumentNode => ({ type, content: [paragraph] }))
  const body = Array.from({ length: rows - 1 }, (): DocumentNode => ({ type: 'tableRow', content: cells('tableCell') }))
  const head: DocumentNode = { type: 'tableRow', attrs: { part: 'head' }, content: cells('tableHeader') }
  return { type: 'table', content: [head, ...body] }
}
