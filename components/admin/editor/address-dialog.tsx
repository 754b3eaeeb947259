'use client'

import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import type { EditorWords } from '@/lib/i18n/editor-words'
import type { UploadWords } from '@/lib/i18n/upload-words'
import { imageAddress, linkAddress } from '@/lib/markup/addresses'
import { embedAddress } from '@/lib/markup/embeds'
import type { StoredPicture } from '@/lib/media/upload'
import { FileButton } from '../uploads/file-button'
import { FromLibrary } from '../uploads/from-library'

type Kind = 'link' | 'embed' | 'image'

type Props = {
  kind: Kind
  words: EditorWords
  /** The address that is there already. */
  initial: string
  close(): void
  set(address: string): void
  /** Only where there is one. */
  remove: (() => void) | null
  /** Where it may also be files of this device. */
  files: { words: UploadWords; locale: string; take(files: File[]): void; choose(picture: StoredPicture): void } | null
}

/** Asks for an address; what was typed stays until it can be used. */
export function AddressDialog({ kind, words, initial, close, set, remove, files }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [value, setValue] = useState(initial)
  const [refused, setRefused] = useState(false)
  const id = useId()
  useEffect(() => dialog.current?.showModal(), [])
  const says = textsOf(kind, words)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const address = usableAddress(kind, value)
    if (address === null) setRefused(true)
    else set(address)
  }
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={`${id}-title`} onClose={close}>
      <form onSubmit={submit}>
        <h2 id={`${id}-title`}>{says.title}</h2>
        {files && (
          <div className="field">
            <FileButton
              label={files.words.chooseSeveral}
              isMultiple
              describedBy={`${id}-files`}
              take={(chosen) => files.take(chosen)}
            />
            <p id={`${id}-files`} className="hint">
              {files.words.hintSeveral}
            </p>
            <FromLibrary locale={files.locale} take={(picture) => files.choose(picture)} />
          </div>
        )}
        <div className="field">
          <label htmlFor={id}>{files ? files.words.orAddress : words.linkLabel}</label>
          <input
            id={id}
            type="text"
            inputMode="url"
            dir="ltr"
            autoComplete="off"
            spellCheck={false}
            value={value}
            aria-invalid={refused}
            aria-describedby={`${id}-hint`}
            onChange={(event) => {
              setValue(event.target.value)
              setRefused(false)
            }}
          />
          <p id={`${id}-hint`} className={refused ? 'wrong' : 'hint'} role={refused ? 'alert' : undefined}>
            {refused ? says.refused : says.hint}
          </p>
        </div>
        <div className="ends">
          <button type="button" className="button" onClick={close}>
            {words.keepEditing}
          </button>
          {remove && (
            <button type="button" className="button" onClick={remove}>
              {words.removeLink}
            </button>
          )}
          <button type="submit" className="button primary">
            {says.set}
          </button>
        </div>
      </form>
    </dialog>
  )
}

/** "harbour.example/a" is meant as a link to that site. */
function usableAddress(kind: Kind, value: string): string | null {
  const typed = value.trim()
  const whole = /^[\w-]+(\.[\w-]+)+([/?#]|$)/.test(typed) ? `https://${typed}` : typed
  if (kind === 'image') return imageAddress(whole)
  const address = linkAddress(whole)
  if (kind === 'link' || address === null) return address
  return embedAddress(address) ?? (/^(https?:\/)?\//.test(address) ? address : null)
}

function textsOf(kind: Kind, words: EditorWords) {
  switch (kind) {
    case 'link':
      return { title: words.linkTitle, hint: words.linkHint, refused: words.linkRefused, set: words.setLink }
    case 'embed':
      return { title: words.embedTitle, hint: words.embedHint, refused: words.embedRefused, set: words.setEmbed }
    case 'image':
      return { title: words.imageTitle, hint: words.imageHint, refused: words.imageRefused, set: words.setImage }
  }
}
