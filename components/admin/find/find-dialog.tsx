'use client'

import { type KeyboardEvent, startTransition, useEffect, useId, useRef, useState } from 'react'
import { createArticleAction } from '@/lib/articles/editing/actions'
import type { FindItem } from '@/lib/desk/find-items'
import { deskWordsFor } from '@/lib/i18n/desk-words'
import { writingWordsFor } from '@/lib/i18n/writing-words'
import { GROUPS, type Option, optionsFor } from './options'
import { useFound } from './use-found'

type Props = { locale: string; items: FindItem[]; close(): void }

/** One field that finds anything and begins anything; the cursor stays in it, arrows choose, Enter opens. */
export function FindDialog({ locale, items, close }: Props) {
  const words = deskWordsFor(locale).find
  const dialog = useRef<HTMLDialogElement>(null)
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(0)
  const { found, state } = useFound(typed)
  const id = useId()
  useEffect(() => dialog.current?.showModal(), [])
  const options = optionsFor({ typed, items, found, words, statuses: writingWordsFor(locale).statuses })
  const current = Math.min(chosen, Math.max(0, options.length - 1))
  useEffect(() => {
    document.getElementById(`${id}-${current}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, current])
  const take = (option: Option | undefined) => {
    if (!option) return
    dialog.current?.close()
    if ('href' in option) location.assign(option.href)
    else begin(option.begin)
  }
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: options.length - 1 }[event.key]
    if (step !== undefined) setChosen((current + step) % Math.max(1, options.length))
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) take(options[current])
    else return
    event.preventDefault()
  }
  const says = options.length
    ? ''
    : { idle: words.nothing, busy: words.searching, signedOut: words.signedOut, failed: words.failed }[state]
  return (
    <dialog ref={dialog} className="dialog finder" aria-label={words.title} onClose={close}>
      <div className="field">
        <label className="unseen" htmlFor={id}>
          {words.label}
        </label>
        <input
          id={id}
          type="text"
          role="combobox"
          aria-expanded={options.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={options.length ? `${id}-${current}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          placeholder={words.open}
          value={typed}
          maxLength={200}
          onChange={({ target }) => {
            setTyped(target.value)
            setChosen(0)
          }}
          onKeyDown={press}
        />
        <button type="button" className="button plain" onClick={() => dialog.current?.close()}>
          {words.close}
        </button>
      </div>
      <div className="menu" id={`${id}-list`} role="listbox" aria-label={words.found}>
        {GROUPS.filter((group) => options.some((option) => option.group === group)).map((group) => (
          <fieldset aria-labelledby={`${id}-${group}`} key={group}>
            <p className="menu-head" id={`${id}-${group}`} role="presentation">
              {words.groups[group]}
            </p>
            {options.map((option, i) =>
              option.group === group ? (
                <FoundOption key={option.key} id={`${id}-${i}`} option={option} selected={i === current} take={take} />
              ) : null,
            )}
          </fieldset>
        ))}
      </div>
      <p className="meta" role="status">
        {says}
      </p>
    </dialog>
  )
}

type OptionProps = { id: string; option: Option; selected: boolean; take(option: Option): void }

function FoundOption({ id, option, selected, take }: OptionProps) {
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      onMouseDown={(event) => {
        // The field keeps the focus, and the keys.
        event.preventDefault()
        if (event.button === 0) take(option)
      }}
    >
      <span className={option.group === 'articles' ? 'serif' : undefined} lang={option.lang} dir="auto">
        {option.says}
      </span>
      {option.also ? (
        <span className="meta">
          <bdi>{option.also}</bdi>
        </span>
      ) : null}
    </div>
  )
}

function begin(kind: 'ARTICLE' | 'PAGE'): void {
  const form = new FormData()
  form.set('kind', kind)
  startTransition(() => createArticleAction(form))
}
