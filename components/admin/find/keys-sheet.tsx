'use client'

import { useEffect, useId, useRef, useState } from 'react'
import type { DeskWords } from '@/lib/i18n/desk-words'
import { deskWordsFor } from '@/lib/i18n/desk-words'
import { lettersAreKeys, setLetters } from './letters'

type Name = keyof DeskWords['keys']['names']
type Part = 'everywhere' | 'lists' | 'comments'

const KEYS: readonly (readonly [Part, readonly (readonly [Name, string])[]])[] = [
  [
    'everywhere',
    [
      ['find', 'Ctrl K'],
      ['create', 'N'],
      ['go', 'G D, G A, G C'],
      ['all', '?'],
      ['close', 'Esc'],
    ],
  ],
  [
    'lists',
    [
      ['move', 'J, K'],
      ['open', 'Enter'],
      ['pick', 'X, Shift X'],
      ['words', '/'],
      ['filters', 'F'],
      ['views', '1 – 9'],
      ['saved', 'V'],
      ['quick', 'Q'],
      ['undo', 'Z'],
    ],
  ],
  [
    'comments',
    [
      ['approve', 'A'],
      ['reply', 'R'],
      ['spam', 'S'],
      ['trash', 'T'],
      ['edit', 'E'],
    ],
  ],
]

/** Every key of the newsroom on one sheet, and the switch for those that are single letters (WCAG 2.1.4). */
export function KeysSheet({ locale, close }: { locale: string; close(): void }) {
  const words = deskWordsFor(locale).keys
  const dialog = useRef<HTMLDialogElement>(null)
  const [on, setOn] = useState(lettersAreKeys)
  const id = useId()
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className="dialog wide" aria-labelledby={id} onClose={close}>
      <h2 id={id}>{words.title}</h2>
      <div className="sheets">
        {KEYS.map(([part, keys]) => (
          <section key={part}>
            <h3>{words[part]}</h3>
            <dl className="key-list">
              {keys.map(([name, key]) => (
                <div key={name}>
                  <dt>
                    <kbd dir="ltr">{key}</kbd>
                  </dt>
                  <dd>{words.names[name]}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <label className="tick">
        <input
          type="checkbox"
          checked={on}
          onChange={({ target: { checked } }) => {
            setLetters(checked)
            setOn(checked)
          }}
        />
        <span>
          {words.letters}
          <span className="hint">{words.lettersHint}</span>
        </span>
      </label>
      <div className="ends">
        <button type="button" className="button" onClick={() => dialog.current?.close()}>
          {words.close}
        </button>
      </div>
    </dialog>
  )
}
