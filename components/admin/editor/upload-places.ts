import { type Editor, Extension } from '@tiptap/core'
import { Fragment } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { insertPoint } from '@tiptap/pm/transform'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { DocumentNode } from '@/lib/documents/document'
import { nodeTypeOf } from './types'

type Change = { open: HTMLElement; at: number } | { close: HTMLElement }

const places = new PluginKey<DecorationSet>('uploadPlaces')

/**
 * Places in the text where images will stand once they have arrived. They move with what is written around them, and are no
 * part of the text: what is saved meanwhile has none of them.
 */
export const UploadPlaces = Extension.create({
  name: 'uploadPlaces',
  addProseMirrorPlugins: () => [
    new Plugin({
      key: places,
      state: { init: () => DecorationSet.empty, apply: moved },
      props: { decorations: (state) => places.getState(state) },
    }),
  ],
})

function moved(transaction: Transaction, set: DecorationSet): DecorationSet {
  const kept = set.map(transaction.mapping, transaction.doc)
  const change = transaction.getMeta(places) as Change | undefined
  if (change === undefined) return kept
  if ('close' in change) return kept.remove(kept.find(undefined, undefined, ({ place }) => place === change.close))
  const { open, at } = change
  // What is done in it, with keys or otherwise, is none of the text's business.
  const widget = Decoration.widget(at, open, { place: open, side: 1, stopEvent: () => true, ignoreSelection: true })
  return kept.add(transaction.doc, [widget])
}

/** Opens a place behind the block at a position of the text, or else at the cursor; `element` is what is seen of it. */
export function openPlace(editor: Editor, element: HTMLElement, at?: number): void {
  const { state } = editor
  const $at = at === undefined ? state.selection.$to : state.doc.resolve(at)
  const behind = $at.depth > 0 ? $at.after($at.parent.isTextblock ? $at.depth : 1) : $at.pos
  change(editor, { open: element, at: behind })
}

export function closePlace(editor: Editor, element: HTMLElement): void {
  change(editor, { close: element })
}

function change({ state, view, isDestroyed }: Editor, wanted: Change): void {
  if (!isDestroyed) view.dispatch(state.tr.setMeta(places, wanted).setMeta('addToHistory', false))
}

/** Puts blocks where a place is, instead of the empty paragraph before it. Whoever writes elsewhere goes on there. */
export function fillPlace(editor: Editor, element: HTMLElement, nodes: DocumentNode[]): void {
  if (editor.isDestroyed) return
  const { state, view, schema } = editor
  const { from, to } = roomAt(state, placeOf(state, element))
  view.dispatch(state.tr.replaceWith(from, to, Fragment.fromJSON(schema, nodes)).scrollIntoView())
}

/** Where it is by now; where it was deleted with the text around it, the cursor's. */
function placeOf(state: EditorState, element: HTMLElement): number {
  const [found] = places.getState(state)?.find(undefined, undefined, ({ place }) => place === element) ?? []
  return found?.from ?? state.selection.to
}

function roomAt(state: EditorState, at: number): { from: number; to: number } {
  const { doc, schema } = state
  const image = nodeTypeOf(schema, 'image')
  const $at = doc.resolve(at)
  const { nodeBefore, parent } = $at
  const index = $at.index()
  if (nodeBefore?.type.name === 'paragraph' && nodeBefore.content.size === 0) {
    if (parent.canReplaceWith(index - 1, index, image)) return { from: at - nodeBefore.nodeSize, to: at }
  }
  const point = insertPoint(doc, at, image) ?? doc.content.size
  return { from: point, to: point }
}
