'use client'

import type { Editor } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable, findTable } from '@tiptap/pm/tables'
import { useEditorState } from '@tiptap/react'
import { useRef } from 'react'
import type { EditorWords } from '@/lib/i18n/editor-words'
import { usePlace } from './place'
import { Tools } from './toolbar'
import { nodeTypeOf } from './types'

/** Above the table that the cursor is in. */
export function TableTools({ editor, words }: { editor: Editor; words: EditorWords }) {
  const bar = useRef<HTMLDivElement>(null)
  const table = useEditorState({
    editor,
    selector: ({ editor: current }) => (current.state.selection.empty ? tableAt(current) : null),
  })
  usePlace(bar, editor, table, 'above')
  if (table === null) return null
  const run = (command: Command) => () => {
    command(editor.state, editor.view.dispatch)
    editor.commands.focus()
  }
  const tools = [
    { name: 'add-row', label: words.addRow, run: run(addRowAfter) },
    { name: 'add-column', label: words.addColumn, run: run(addColumnAfter) },
    { name: 'head', label: words.headRow, run: () => toggleHead(editor, table) },
    { name: 'delete-row', label: words.deleteRow, run: run(deleteRow) },
    { name: 'delete-column', label: words.deleteColumn, run: run(deleteColumn) },
    { name: 'delete-table', label: words.deleteTable, run: run(deleteTable) },
  ]
  return (
    <Tools
      bar={bar}
      className="menu floating"
      label={words.tableTools}
      tools={tools}
      leave={() => editor.commands.focus()}
    />
  )
}

const tableAt = ({ state }: Editor): number | null => findTable(state.selection.$from)?.pos ?? null

/** The first row as head, with its cells; or as any other row. */
function toggleHead({ state, view, schema }: Editor, position: number): void {
  const row = state.doc.nodeAt(position)?.firstChild
  if (!row) return
  const wasHead = row.attrs.part === 'head'
  const transaction = state.tr.setNodeAttribute(position + 1, 'part', wasHead ? 'body' : 'head')
  row.forEach((cell, offset) => {
    const type = nodeTypeOf(schema, wasHead ? 'tableCell' : 'tableHeader')
    transaction.setNodeMarkup(position + 2 + offset, type, cell.attrs)
  })
  view.dispatch(transaction)
}
