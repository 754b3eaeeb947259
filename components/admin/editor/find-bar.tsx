'use client'

import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { type KeyboardEvent as Press, type RefObject, useEffect, useId, useRef, useState } from 'react'
import { letterOf } from '@/components/admin/find/letters'
import type { EditorWords } from '@/lib/i18n/editor-words'
import { formatNumber } from '@/lib/i18n/format'
import { endFinding, find, findingOf, replaceAll, replaceCurrent, step } from './find-plugin'

type Props = { editor: Editor; words: EditorWords; locale: string }

/** Opens with Ctrl F; pressed once more there, the browser's own search opens. */
export function FindBar({ editor, words, locale }: Props) {
  const [open, setOpen] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || letterOf(event) !== 'f') return
      if (event.target === field.current || document.querySelector('dialog[open]')) return
      event.preventDefault()
      setOpen(true)
      field.current?.select()
      field.current?.focus()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  if (!open) return null
  const close = () => {
    setOpen(false)
    endFinding(editor)
    editor.commands.focus()
  }
  return <OpenBar editor={editor} words={words} locale={locale} field={field} close={close} />
}

type OpenProps = Props & { field: RefObject<HTMLInputElement | null>; close(): void }

function OpenBar({ editor, words, locale, field, close }: OpenProps) {
  const [query, setQuery] = useState(() => selectedWords(editor))
  const [exact, setExact] = useState(false)
  const [replacement, setReplacement] = useState('')
  const [said, setSaid] = useState('')
  const { matches, current } = useEditorState({ editor, selector: ({ editor: now }) => findingOf(now.state) })
  const id = useId()
  useEffect(() => field.current?.select(), [field])
  useEffect(() => {
    find(editor, query, exact)
    setSaid('')
  }, [editor, query, exact])
  // Drawn by then: the editor tells of its state first.
  const at = matches[current]?.from
  useEffect(() => {
    if (at !== undefined) editor.view.dom.querySelector('.found.now')?.scrollIntoView({ block: 'center' })
  }, [editor, at])
  const press = (event: Press, enter: (back: boolean) => void) => {
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) enter(event.shiftKey)
    else return
    event.preventDefault()
  }
  const number = (value: number) => formatNumber(value, locale)
  const count =
    query === '' ? '' : matches.length ? words.findCount(number(current + 1), number(matches.length)) : words.findNone
  return (
    <search className="find-bar" aria-label={words.findTitle}>
      <label className="unseen" htmlFor={`${id}-find`}>
        {words.findLabel}
      </label>
      <input
        ref={field}
        id={`${id}-find`}
        type="text"
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        placeholder={words.findLabel}
        value={query}
        onChange={({ target }) => setQuery(target.value)}
        onKeyDown={(event) => press(event, (back) => step(editor, back ? -1 : 1))}
      />
      <span className="count" role="status">
        {said || count}
      </span>
      <button type="button" className="button plain" onClick={() => step(editor, -1)}>
        {words.findPrevious}
      </button>
      <button type="button" className="button plain" onClick={() => step(editor, 1)}>
        {words.findNext}
      </button>
      <label className="tick">
        <input type="checkbox" checked={exact} onChange={({ target }) => setExact(target.checked)} />
        {words.findExact}
      </label>
      <label className="unseen" htmlFor={`${id}-replace`}>
        {words.replaceLabel}
      </label>
      <input
        id={`${id}-replace`}
        type="text"
        dir="auto"
        autoComplete="off"
        placeholder={words.replaceLabel}
        value={replacement}
        onChange={({ target }) => setReplacement(target.value)}
        onKeyDown={(event) => press(event, () => replaceCurrent(editor, replacement))}
      />
      <button type="button" className="button" onClick={() => replaceCurrent(editor, replacement)}>
        {words.replace}
      </button>
      <button type="button" className="button" onClick={() => setSaid(words.replaced(replaceAll(editor, replacement)))}>
        {words.replaceAll}
      </button>
      <button type="button" className="button plain" onClick={close}>
        {words.close}
      </button>
    </search>
  )
}

/** What is selected, where that is a few words of one paragraph. */
function selectedWords({ state: { selection, doc } }: Editor): string {
  const { from, to, $from, $to } = selection
  return $from.sameParent($to) && to - from < 80 ? doc.textBetween(from, to) : ''
}
