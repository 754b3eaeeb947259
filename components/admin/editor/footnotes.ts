import { type Editor, Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, TextSelection, type Transaction } from '@tiptap/pm/state'
import { nodeTypeOf } from '@/components/admin/editor/types'

/** Keeps the list of footnotes at the foot of the text what the marks in it say: one each, in their order. */
export const Footnotes = Extension.create({
  name: 'footnoteOrder',
  addProseMirrorPlugins: () => [footnoteOrder()],
})

export function footnoteOrder(): Plugin {
  return new Plugin({
    appendTransaction: (transactions, before, after) =>
      transactions.some(({ docChanged }) => docChanged) ? orderedNotes(before, after) : null,
  })
}

/** A mark at the cursor, with its note, which the cursor goes to. */
export function addFootnote(editor: Editor): void {
  const key = Array.from(crypto.getRandomValues(new Uint8Array(5)), (byte) => byte.toString(36).padStart(2, '0')).join(
    '',
  )
  const attrs = { note: `fn-${key}`, back: `fnref-${key}` }
  const mark = nodeTypeOf(editor.schema, 'footnoteMark').create(attrs)
  const { state, view } = editor
  view.dispatch(state.tr.insert(state.selection.to, mark))
  let start: number | null = null
  view.state.doc.descendants((node, position) => {
    if (node.type.name === 'footnote' && node.attrs.note === attrs.note) start = position + 2
  })
  if (start === null) return
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, start)).scrollIntoView())
  view.focus()
}

/** Notes that marks lead to, in the order of the marks, each once. */
export function markedNotes(doc: Node): string[] {
  const notes = new Set<string>()
  doc.descendants((node) => {
    if (node.type.name === 'footnoteMark') notes.add(String(node.attrs.note))
  })
  return [...notes]
}

function orderedNotes(before: EditorState, after: EditorState): Transaction | null {
  const [had, has] = [markedNotes(before.doc), markedNotes(after.doc)]
  // Only marks that come, go or move change the list. A list as it was imported is left alone.
  if (had.join() === has.join()) return null
  const place = listOf(after.doc)
  const standing = new Map<string, Node>()
  place?.node.forEach((note) => {
    standing.set(String(note.attrs.note), note)
  })
  const wanted = has.map((note) => standing.get(note) ?? newNote(after, note))
  for (const [note, node] of standing) if (!had.includes(note) && !has.includes(note)) wanted.push(node)
  if (place === null)
    return wanted.length === 0 ? null : after.tr.insert(after.doc.content.size, newList(after, wanted))
  const end = place.position + place.node.nodeSize
  if (wanted.length === 0) return after.tr.delete(place.position, end)
  const same = wanted.length === place.node.childCount && wanted.every((note, i) => note === place.node.child(i))
  return same ? null : after.tr.replaceWith(place.position + 1, end - 1, wanted)
}

function listOf(doc: Node): { node: Node; position: number } | null {
  let found: { node: Node; position: number } | null = null
  doc.forEach((node, position) => {
    if (node.type.name === 'footnotes') found ??= { node, position }
  })
  return found
}

function newNote({ schema, doc }: EditorState, note: string): Node {
  let back: string | null = null
  doc.descendants((node) => {
    if (node.type.name === 'footnoteMark' && node.attrs.note === note) back ??= node.attrs.back
  })
  return nodeTypeOf(schema, 'footnote').create({ note, back }, nodeTypeOf(schema, 'paragraph').create())
}

const newList = ({ schema }: EditorState, notes: Node[]): Node => nodeTypeOf(schema, 'footnotes').create(null, notes)
