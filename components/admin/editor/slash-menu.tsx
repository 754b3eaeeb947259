'use client'

import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { type RefObject, useEffect, useId, useRef, useState } from 'react'
import type { EditorWords } from '@/lib/i18n/editor-words'
import type { BlockChoice, Question } from './blocks'
import { usePlace } from './place'
import { matchingBlocks, slashAt } from './slash'

export type KeyHandler = (event: KeyboardEvent) => boolean

type Props = {
  editor: Editor
  words: EditorWords
  mayEditHtml: boolean
  ask(question: Question): void
  /** Gets the keys before the text does. */
  keys: RefObject<KeyHandler | null>
}

/** What can be added, while a paragraph begins with `/`. The cursor stays in the text; arrows choose, Enter adds. */
export function SlashMenu({ editor, words, mayEditHtml, ask, keys }: Props) {
  const slash = useEditorState({ editor, selector: ({ editor: current }) => slashAt(current) })
  const [closedAt, setClosedAt] = useState<number | null>(null)
  // Another query begins at the top again.
  const [chosen, setChosen] = useState({ query: '', index: 0 })
  const menu = useRef<HTMLDivElement>(null)
  const id = useId()
  const open = slash !== null && closedAt !== slash.from
  const choices = open ? matchingBlocks(slash.query, words, mayEditHtml) : []
  const query = slash?.query ?? ''
  const current = chosen.query === query ? Math.min(chosen.index, Math.max(0, choices.length - 1)) : 0
  const choose = (index: number) => setChosen({ query, index: index % Math.max(1, choices.length) })
  usePlace(menu, editor, open ? slash.from : null, 'below')

  useEffect(() => {
    if (slash === null) setClosedAt(null)
  }, [slash])
  useEffect(() => {
    const { dom } = editor.view
    if (!open) return
    dom.setAttribute('aria-controls', id)
    dom.setAttribute('aria-activedescendant', `${id}-${current}`)
    document.getElementById(`${id}-${current}`)?.scrollIntoView({ block: 'nearest' })
    return () => {
      dom.removeAttribute('aria-controls')
      dom.removeAttribute('aria-activedescendant')
    }
  }, [editor, open, id, current])

  const add = (choice: BlockChoice) => {
    if (slash === null) return
    editor.chain().focus().deleteRange({ from: slash.from, to: slash.to }).run()
    choice.run(editor, ask)
  }
  keys.current = (event) => {
    if (!open) return false
    const choice = choices[current]
    if (event.key === 'Escape') setClosedAt(slash.from)
    else if (event.key === 'ArrowDown') choose(current + 1)
    else if (event.key === 'ArrowUp') choose(current + choices.length - 1)
    else if (event.key === 'Enter' && choice) add(choice)
    else return false
    return true
  }
  if (!open) return null
  return (
    <div ref={menu} id={id} className="menu slash-menu" role="listbox" aria-label={words.add} tabIndex={0}>
      <p className="menu-head">{slash.query === '' ? words.add : words.addMatching(slash.query)}</p>
      {choices.length === 0 && <p className="what">{words.nothingMatches}</p>}
      {choices.map((choice, i) => (
        <div
          key={choice.name}
          id={`${id}-${i}`}
          role="option"
          tabIndex={-1}
          aria-selected={i === current}
          onMouseDown={(event) => {
            // The text keeps the focus, and the keys.
            event.preventDefault()
            add(choice)
          }}
        >
          <b>{words.blocks[choice.name].name}</b>
          <span className="what">{words.blocks[choice.name].what}</span>
          {choice.sign && (
            <span className="meta" dir="ltr">
              {choice.sign}
            </span>
          )}
        </div>
      ))}
    </div>
  )
}
