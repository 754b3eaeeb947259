import type { ReactNode } from 'react'
import type { WritingWords } from '@/lib/i18n/writing-words'
import { type Named, NextChoice } from './next-choice'

type Props = {
  words: WritingWords
  id: string
  label: string
  /** Of the field in which the next one is chosen. */
  add: string
  all: Named[]
  chosen: number[]
  onChange(ids: number[]): void
  onType?(text: string): void
  onEnter?(text: string): void
  children?: ReactNode
}

/** Some of many, each with a button that takes it out again. */
export function ChosenList({ words, id, label, add, all, chosen, onChange, onType, onEnter, children }: Props) {
  const byId = new Map(all.map((choice) => [choice.id, choice.name]))
  return (
    <div className="field">
      <span className="label" id={`${id}-label`}>
        {label}
      </span>
      <ul className="tokens" aria-labelledby={`${id}-label`}>
        {chosen.map((one) => {
          const name = byId.get(one) ?? String(one)
          return (
            <li className="token" key={one}>
              <bdi>{name}</bdi>
              <button
                type="button"
                aria-label={words.fields.remove(name)}
                onClick={() => onChange(chosen.filter((it) => it !== one))}
              >
                ×
              </button>
            </li>
          )
        })}
      </ul>
      <NextChoice
        id={id}
        label={add}
        left={all.filter((choice) => !chosen.includes(choice.id))}
        onChoose={(one) => onChange([...chosen, one])}
        {...(onType && { onType })}
        {...(onEnter && { onEnter })}
      />
      {children}
    </div>
  )
}
