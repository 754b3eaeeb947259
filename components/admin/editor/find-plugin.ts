import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { findMatches, type Match } from './find-text'

export type Finding = { query: string; exact: boolean; matches: Match[]; current: number }

const NOTHING: Finding = { query: '', exact: false, matches: [], current: 0 }
const key = new PluginKey<Finding>('find')

export const findingOf = (state: EditorState): Finding => key.getState(state) ?? NOTHING

/** What of an editor is needed here: its state, and the way to change it. */
export type Searched = { state: EditorState; view: { dispatch(transaction: Transaction): void } }

/** Marks in the text what is looked for, and keeps up with what is written meanwhile. */
export const findPlugin = () =>
  new Plugin<Finding>({
    key,
    state: {
      init: () => NOTHING,
      apply(transaction, before) {
        const asked: Partial<Finding> | undefined = transaction.getMeta(key)
        if (!asked && (!transaction.docChanged || !before.query)) return before
        const { query, exact, current } = { ...before, ...asked }
        const matches = findMatches(transaction.doc, query, exact)
        return { query, exact, matches, current: Math.min(current, Math.max(0, matches.length - 1)) }
      },
    },
    props: {
      decorations(state) {
        const { matches, current } = findingOf(state)
        return DecorationSet.create(
          state.doc,
          matches.map(({ from, to }, i) =>
            Decoration.inline(from, to, { class: i === current ? 'found now' : 'found' }),
          ),
        )
      },
    },
  })

export const FindInText = Extension.create({
  name: 'findInText',
  addProseMirrorPlugins: () => [findPlugin()],
})

/** Looks for something from the cursor on. */
export function find(editor: Searched, query: string, exact: boolean): void {
  const { state, view } = editor
  const { from } = state.selection
  const next = findMatches(state.doc, query, exact).findIndex((match) => match.from >= from)
  view.dispatch(state.tr.setMeta(key, { query, exact, current: Math.max(0, next) }))
}

export function step(editor: Searched, by: 1 | -1): void {
  const { matches, current } = findingOf(editor.state)
  if (!matches.length) return
  const next = (current + by + matches.length) % matches.length
  editor.view.dispatch(editor.state.tr.setMeta(key, { current: next }))
}

/** Replaces what is shown, and goes on to the next. */
export function replaceCurrent(editor: Searched, replacement: string): void {
  const { matches, current } = findingOf(editor.state)
  const match = matches[current]
  if (!match) return
  editor.view.dispatch(replaced(editor.state, [match], replacement))
  const { matches: after } = findingOf(editor.state)
  // What was written in its place may have it again.
  const next = after.findIndex(({ from }) => from >= match.from + replacement.length)
  editor.view.dispatch(editor.state.tr.setMeta(key, { current: Math.max(0, next) }))
}

/** All at once, and undone at once. Answers how many there were. */
export function replaceAll(editor: Searched, replacement: string): number {
  const { matches } = findingOf(editor.state)
  if (matches.length) editor.view.dispatch(replaced(editor.state, matches, replacement))
  return matches.length
}

function replaced(state: EditorState, matches: Match[], replacement: string) {
  const { tr } = state
  // From the end, so that the places before it stay true.
  for (const { from, to } of matches.toReversed()) {
    if (replacement) tr.insertText(replacement, from, to)
    else tr.delete(from, to)
  }
  return tr
}

/** Nothing is looked for any more; the cursor stands where the last match was. */
export function endFinding(editor: Searched): void {
  const { matches, current } = findingOf(editor.state)
  const match = matches[current]
  const { tr } = editor.state
  if (match) tr.setSelection(TextSelection.create(tr.doc, match.from, match.to))
  editor.view.dispatch(tr.setMeta(key, NOTHING))
}
