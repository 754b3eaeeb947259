'use client'

import type { Editor } from '@tiptap/core'
import { redo, undo } from '@tiptap/pm/history'
import { isNodeSelection, useEditorState } from '@tiptap/react'
import { type KeyboardEvent, type RefObject, useRef, useState } from 'react'
import type { MarkName } from '@/lib/documents/node-types'
import type { EditorWords } from '@/lib/i18n/editor-words'
import type { Question } from './blocks'
import { addFootnote } from './footnotes'
import { usePlace } from './place'

type Tool = { name: string; label: string; sign?: string; pressed?: boolean; run(): void }
type Props = { editor: Editor; words: EditorWords; ask(question: Question): void }

const MARKS: readonly MarkName[] = ['bold', 'italic']
/** Asked for seldom. */
const MORE_MARKS: readonly MarkName[] = ['underline', 'strike', 'code', 'superscript', 'subscript']

/** Over the selected words; `Alt F10` leads to it, Escape back. */
export function FloatingToolbar({ editor, words, ask, bar }: Props & { bar: RefObject<HTMLDivElement | null> }) {
  const state = useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      from: wordsAreSelected(current) ? current.state.selection.from : null,
      active: activeMarks(current),
      heading: current.isActive('heading'),
      quote: current.isActive('quote'),
    }),
  })
  const [more, setMore] = useState(false)
  usePlace(bar, editor, state.from, 'above')
  if (state.from === null) return null
  const { chain } = editor
  const tools: Tool[] = [
    ...markTools(editor, words, MARKS, state.active),
    { name: 'link', label: words.link, pressed: editor.isActive('link'), run: () => ask('link') },
    {
      name: 'heading',
      label: words.heading,
      pressed: state.heading,
      run: () => chain().focus().toggleNode('heading', 'paragraph', { level: 2 }).run(),
    },
    { name: 'quote', label: words.quote, pressed: state.quote, run: () => chain().focus().toggleWrap('quote').run() },
    { name: 'footnote', label: words.footnote, run: () => addFootnote(editor) },
    ...(more ? markTools(editor, words, MORE_MARKS, state.active) : []),
    { name: 'more', label: words.more, pressed: more, run: () => setMore(!more) },
  ]
  return (
    <Tools
      bar={bar}
      className="menu floating"
      label={words.format}
      tools={tools}
      leave={() => editor.commands.focus()}
    />
  )
}

/** Under the thumb, on a narrow screen. */
export function TouchBar({ editor, words, ask }: Props) {
  const bar = useRef<HTMLDivElement>(null)
  const active = useEditorState({ editor, selector: ({ editor: current }) => activeMarks(current) })
  const { chain } = editor
  const tools: Tool[] = [
    {
      name: 'add',
      label: words.add,
      run: () =>
        chain()
          .focus()
          .insertContent([{ type: 'paragraph' }])
          .insertContent('/')
          .run(),
    },
    ...markTools(editor, words, MARKS, active),
    { name: 'link', label: words.link, run: () => ask('link') },
    {
      name: 'heading',
      label: words.heading,
      run: () => chain().focus().toggleNode('heading', 'paragraph', { level: 2 }).run(),
    },
    { name: 'image', label: words.blocks.image.name, run: () => ask('image') },
    { name: 'undo', label: words.undo, run: () => undo(editor.state, editor.view.dispatch) },
    { name: 'redo', label: words.redo, run: () => redo(editor.state, editor.view.dispatch) },
  ]
  return (
    <Tools bar={bar} className="touch-bar" label={words.format} tools={tools} leave={() => editor.commands.focus()} />
  )
}

type ToolsProps = {
  bar: RefObject<HTMLDivElement | null>
  className: string
  label: string
  tools: readonly Tool[]
  leave(): void
}

/** A toolbar as the ARIA practices have it: one stop of the Tab key, arrows between its buttons. */
export function Tools({ bar, className, label, tools, leave }: ToolsProps) {
  const move = (event: KeyboardEvent) => {
    if (event.key === 'Escape') leave()
    const buttons = Array.from(bar.current?.querySelectorAll('button') ?? [])
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
    const rightToLeft = bar.current !== null && getComputedStyle(bar.current).direction === 'rtl'
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const next = { Home: 0, End: buttons.length - 1 }[event.key] ?? at + (rightToLeft ? -step : step)
    if (next === at || (step === 0 && event.key !== 'Home' && event.key !== 'End')) return
    event.preventDefault()
    buttons[(next + buttons.length) % buttons.length]?.focus()
  }
  return (
    <div ref={bar} className={className} role="toolbar" aria-label={label} tabIndex={-1} onKeyDown={move}>
      {tools.map(({ name, label: says, pressed, run }, i) => (
        <button
          key={name}
          type="button"
          className={`button plain tool-${name}`}
          tabIndex={i === 0 ? 0 : -1}
          aria-pressed={pressed}
          // The words stay selected.
          onMouseDown={(event) => event.preventDefault()}
          onClick={run}
        >
          {says}
        </button>
      ))}
    </div>
  )
}

function markTools(
  editor: Editor,
  words: EditorWords,
  marks: readonly MarkName[],
  active: readonly MarkName[],
): Tool[] {
  return marks.map((name) => ({
    name,
    label: words[name as 'bold'],
    pressed: active.includes(name),
    run: () => editor.chain().focus().toggleMark(name).run(),
  }))
}

const activeMarks = (editor: Editor): MarkName[] => [...MARKS, ...MORE_MARKS].filter((name) => editor.isActive(name))

function wordsAreSelected({ state, isEditable }: Editor): boolean {
  const { selection } = state
  if (selection.empty || isNodeSelection(selection) || !isEditable) return false
  return selection.$from.parent.inlineContent && selection.$from.parent.type.spec.code !== true
}
