import { type Editor, Extension } from '@tiptap/core'
import { dropCursor } from '@tiptap/pm/dropcursor'
import { gapCursor } from '@tiptap/pm/gapcursor'
import { history, redo, undo } from '@tiptap/pm/history'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import { goToNextCell, isInTable, tableEditing } from '@tiptap/pm/tables'
import { nodeTypeOf } from '@/components/admin/editor/types'

/** What keys do by themselves. Those that open something are the editor component's. */
export const Keys = Extension.create({
  name: 'keys',
  addProseMirrorPlugins() {
    return [history(), gapCursor(), dropCursor({ class: 'drop-cursor', color: false }), tableEditing()]
  },
  addKeyboardShortcuts() {
    const { editor } = this
    const mark = (name: string) => () => editor.commands.toggleMark(name)
    const heading = (level: number) => () => editor.commands.toggleNode('heading', 'paragraph', { level })
    const list = (name: string) => () => editor.commands.toggleList(name, 'listItem')
    return {
      'Mod-z': () => undo(editor.state, editor.view.dispatch),
      'Mod-Shift-z': () => redo(editor.state, editor.view.dispatch),
      'Mod-y': () => redo(editor.state, editor.view.dispatch),
      'Mod-b': mark('bold'),
      'Mod-i': mark('italic'),
      'Mod-u': mark('underline'),
      'Mod-Shift-s': mark('strike'),
      'Mod-e': mark('code'),
      'Mod-Alt-0': () => editor.commands.setNode('paragraph'),
      'Mod-Alt-2': heading(2),
      'Mod-Alt-3': heading(3),
      'Mod-Alt-4': heading(4),
      'Mod-Shift-7': list('orderedList'),
      'Mod-Shift-8': list('bulletList'),
      'Mod-Shift-9': () => editor.commands.toggleWrap('quote'),
      'Mod-Shift-x': () => turnBlock(editor),
      'Shift-Enter': () => editor.commands.insertContent({ type: 'hardBreak' }),
      Enter: () => leaveCaption(editor) || editor.commands.splitListItem('listItem'),
      Tab: () => nextCell(editor, 1) || editor.commands.sinkListItem('listItem'),
      'Shift-Tab': () => nextCell(editor, -1) || editor.commands.liftListItem('listItem'),
      'Alt-ArrowUp': () => moveBlock(editor, -1),
      'Alt-ArrowDown': () => moveBlock(editor, 1),
    }
  },
})

function nextCell(editor: Editor, step: 1 | -1): boolean {
  return isInTable(editor.state) && goToNextCell(step)(editor.state, editor.view.dispatch)
}

/** The block of the text that the cursor is in changes places with the one above or below it. */
function moveBlock({ state, view }: Editor, step: 1 | -1): boolean {
  const { selection, doc } = state
  const index = selection.$from.index(0)
  const other = index + step
  const node = doc.maybeChild(index)
  const neighbour = doc.maybeChild(other)
  if (!node || !neighbour) return true
  // Footnotes stay at the foot.
  if (node.type.name === 'footnotes' || neighbour.type.name === 'footnotes') return true
  const start = selection.$from.depth === 0 ? selection.from : selection.$from.before(1)
  const within = selection.from - start
  const to = step === -1 ? start - neighbour.nodeSize : start + neighbour.nodeSize
  const transaction = state.tr.delete(start, start + node.nodeSize).insert(to, node)
  const moved =
    selection instanceof NodeSelection && within === 0
      ? NodeSelection.create(transaction.doc, to)
      : TextSelection.near(transaction.doc.resolve(to + within))
  view.dispatch(transaction.setSelection(moved).scrollIntoView())
  return true
}

/** By its first letters, from the right, from the left, and so on. */
function turnBlock(editor: Editor): boolean {
  const { $from } = editor.state.selection
  const block = $from.parent
  if (!block.isTextblock || block.attrs.dir === undefined) return false
  const dir = block.attrs.dir === 'rtl' ? 'ltr' : block.attrs.dir === 'ltr' ? 'auto' : 'rtl'
  editor.view.dispatch(editor.state.tr.setNodeAttribute($from.before(), 'dir', dir))
  return true
}

const CAPTIONS = new Set(['quoteSource', 'figureCaption', 'image', 'embed', 'detailsSummary'])

/** Enter in a caption or a quote's source goes on in a new paragraph below. */
function leaveCaption({ state, schema, view }: Editor): boolean {
  const { $from } = state.selection
  if (!CAPTIONS.has($from.parent.type.name)) return false
  const type = nodeTypeOf(schema, 'paragraph')
  for (let depth = $from.depth; depth > 0; depth--) {
    const index = $from.indexAfter(depth - 1)
    if (!$from.node(depth - 1).canReplaceWith(index, index, type)) continue
    const after = $from.after(depth)
    const transaction = state.tr.insert(after, type.create())
    view.dispatch(transaction.setSelection(TextSelection.create(transaction.doc, after + 1)).scrollIntoView())
    return true
  }
  return false
}
