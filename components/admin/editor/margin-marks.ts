import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { markedNotes } from '@/components/admin/editor/footnotes'
import type { EditorWords } from '@/lib/i18n/editor-words'

/** What stands in the margin: the kind of each block, at the cursor and on hover, and trouble always. */
export function marginMarks(words: EditorWords): Extension {
  return Extension.create({
    name: 'marginMarks',
    addProseMirrorPlugins: () => [
      new Plugin<DecorationSet>({
        state: {
          init: (_, { doc }) => decorationsOf(doc, words),
          apply: ({ docChanged, doc }, decorations) => (docChanged ? decorationsOf(doc, words) : decorations),
        },
        props: {
          decorations(state) {
            return this.getState(state)?.add(state.doc, blockAtCursor(state))
          },
        },
      }),
    ],
  })
}

function decorationsOf(doc: Node, words: EditorWords): DecorationSet {
  const numbers = new Map(markedNotes(doc).map((note, i) => [note, `${i + 1}`]))
  const decorations: Decoration[] = []
  doc.descendants((node, position, parent) => {
    const attributes = attributesOf(node, parent === doc, words, numbers)
    if (attributes !== null) decorations.push(Decoration.node(position, position + node.nodeSize, attributes))
  })
  return DecorationSet.create(doc, decorations)
}

function attributesOf(
  node: Node,
  isTop: boolean,
  words: EditorWords,
  numbers: ReadonlyMap<string, string>,
): Record<string, string> | null {
  const { name } = node.type
  if (name === 'footnoteMark') return { 'data-number': numbers.get(String(node.attrs.note)) ?? '' }
  if (name === 'image' && node.attrs.alt === '' && !node.attrs.decorative) {
    return { class: 'trouble', 'data-mark': words.altMissing }
  }
  if (node.isTextblock && node.content.size === 0) {
    const says = emptySays(name, words)
    if (says !== null) return { class: 'empty', 'data-placeholder': says }
  }
  return isTop ? { 'data-mark': kindOf(node, words) } : null
}

function blockAtCursor({ selection, doc }: EditorState): Decoration[] {
  const { $from } = selection
  if ($from.depth === 0) return []
  const start = $from.before(1)
  const node = doc.nodeAt(start)
  return node === null ? [] : [Decoration.node(start, start + node.nodeSize, { class: 'here' })]
}

function kindOf({ type, attrs }: Node, { kinds }: EditorWords): string {
  if (type.name === 'heading') return `${kinds.heading} ${attrs.level}`
  if (type.name === 'quote' && attrs.pull) return kinds.pullQuote
  return new Map(Object.entries(kinds)).get(type.name) ?? ''
}

/** What belongs in an empty line of its own kind; an empty paragraph needs no explaining. */
function emptySays(name: string, words: EditorWords): string | null {
  if (name === 'quoteSource') return words.quoteSource
  if (name === 'figureCaption') return words.caption
  return name === 'detailsSummary' ? words.detailsSummary : null
}
