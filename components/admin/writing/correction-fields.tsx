import type { CorrectionKind } from '@/generated/sqlite/enums'
import type { WritingWords } from '@/lib/i18n/writing-words'

export type CorrectionNote = { kind: CorrectionKind; text: string }

type Props = { words: WritingWords; value: CorrectionNote | null; set(value: CorrectionNote | null): void }

const KINDS = ['CORRECTION', 'CLARIFICATION', 'UPDATE'] as const

/** Whether a change of what readers have seen puts something right, and how they are told. */
export function CorrectionFields({ words, value, set }: Props) {
  const { life } = words
  return (
    <fieldset className="fields">
      <legend className="label">{life.isCorrection}</legend>
      <label className="tick">
        <input type="radio" name="correction" checked={value === null} onChange={() => set(null)} /> {life.no}
      </label>
      {KINDS.map((kind) => (
        <label className="tick" key={kind}>
          <input
            type="radio"
            name="correction"
            checked={value?.kind === kind}
            onChange={() => set({ kind, text: value?.text ?? '' })}
          />{' '}
          {life.corrections[kind]}
        </label>
      ))}
      {value ? (
        <div className="field">
          <label htmlFor="correction-text">{life.readersRead}</label>
          <textarea
            id="correction-text"
            rows={3}
            dir="auto"
            value={value.text}
            onChange={(event) => set({ ...value, text: event.target.value })}
          />
        </div>
      ) : null}
    </fieldset>
  )
}
