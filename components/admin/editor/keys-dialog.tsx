'use client'

import { useEffect, useId, useRef } from 'react'
import type { EditorWords } from '@/lib/i18n/editor-words'

const KEYS: readonly (readonly [keyof EditorWords['keys'], string])[] = [
  ['add', '/'],
  ['bold', 'Ctrl B'],
  ['italic', 'Ctrl I'],
  ['underline', 'Ctrl U'],
  ['strike', 'Ctrl Shift S'],
  ['code', 'Ctrl E'],
  ['link', 'Ctrl Shift K'],
  ['heading', 'Ctrl Alt 2 3 4 0'],
  ['lists', 'Ctrl Shift 7 8'],
  ['quote', 'Ctrl Shift 9'],
  ['inOut', 'Tab, Shift Tab'],
  ['line', 'Shift Enter'],
  ['move', 'Alt ↑ ↓'],
  ['turn', 'Ctrl Shift X'],
  ['undo', 'Ctrl Z, Ctrl Shift Z'],
  ['find', 'Ctrl F'],
  ['toolbar', 'Alt F10'],
  ['keys', 'Ctrl ?'],
]

/** Every key of the editor, on one sheet. */
export function KeysDialog({ words, close }: { words: EditorWords; close(): void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className="dialog wide" aria-labelledby={id} onClose={close}>
      <h2 id={id}>{words.keysTitle}</h2>
      <dl className="key-list">
        {KEYS.map(([name, keys]) => (
          <div key={name}>
            <dt>
              <kbd dir="ltr">{keys}</kbd>
            </dt>
            <dd>{words.keys[name]}</dd>
          </div>
        ))}
      </dl>
      <p className="hint">{words.keysHint}</p>
      <div className="ends">
        <button type="button" className="button" onClick={close}>
          {words.close}
        </button>
      </div>
    </dialog>
  )
}
