import { history, undo } from '@tiptap/pm/history'
import { EditorState } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { documentSchema } from '@/lib/documents/prosemirror-schema'
import { endFinding, find, findingOf, findPlugin, replaceAll, replaceCurrent, type Searched, step } from './find-plugin'

/** An editor as far as finding knows one: without a page to draw on. */
function editorOn(said: string): Searched {
  const content = [{ type: 'paragraph', content: [{ type: 'text', text: said, marks: [{ type: 'bold' }] }] }]
  const doc = documentSchema.nodeFromJSON({ type: 'doc', content })
  const editor: Searched = {
    state: EditorState.create({ doc, plugins: [history(), findPlugin()] }),
    view: {
      dispatch(transaction) {
        editor.state = editor.state.apply(transaction)
      },
    },
  }
  return editor
}
const textOf = ({ state }: Searched) => state.doc.textContent
const shown = (editor: Searched) => {
  const { matches, current } = findingOf(editor.state)
  return [current + 1, matches.length]
}

test('next and previous go round', () => {
  const editor = editorOn('One ferry, two ferry, Ferry.')
  find(editor, 'ferry', false)
  expect(shown(editor)).toEqual([1, 3])
  step(editor, 1)
  expect(shown(editor)).toEqual([2, 3])
  step(editor, -1)
  step(editor, -1)
  expect(shown(editor)).toEqual([3, 3])
  find(editor, 'ferry', true)
  expect(shown(editor)).toEqual([1, 2])
})

test('one is replaced and the next is shown, also where the new words have the old in them', () => {
  const editor = editorOn('A ferry and a ferry.')
  find(editor, 'ferry', false)
  replaceCurrent(editor, 'car ferry')
  expect([textOf(editor), shown(editor)]).toEqual(['A car ferry and a ferry.', [2, 2]])
})

test('all are replaced at once, keep how they looked, and are undone at once', () => {
  const editor = editorOn('A ferry and a Ferry.')
  find(editor, 'ferry', false)
  expect(replaceAll(editor, 'boat')).toBe(2)
  expect(textOf(editor)).toBe('A boat and a boat.')
  expect(editor.state.doc.firstChild?.childCount).toBe(1)
  expect(shown(editor)).toEqual([1, 0])
  undo(editor.state, editor.view.dispatch)
  expect(textOf(editor)).toBe('A ferry and a Ferry.')
  find(editor, 'ferry', false)
  replaceAll(editor, '')
  expect(textOf(editor)).toBe('A  and a .')
})

test('nothing is marked once it is over', () => {
  const editor = editorOn('A ferry.')
  find(editor, 'ferry', false)
  endFinding(editor)
  expect(findingOf(editor.state).matches).toEqual([])
  expect(editor.state.selection).toMatchObject({ from: 3, to: 8 })
})
