import type { WritingWords } from '@/lib/i18n/writing-words'

type Choice = { id: number; name: string }
type Props = {
  words: WritingWords
  id: string
  label: string
  /** Of the field in which the next one is chosen. */
  add: string
  all: Choice[]
  chosen: number[]
  isOrdered?: boolean
  onChange(ids: number[]): void
}

/** Some of many, each with a button that takes it out again; in an ordered one each can be moved up. */
export function ChosenList({ words, id, label, add, all, chosen, isOrdered = false, onChange }: Props) {
  const { fields } = words
  const byId = new Map(all.map((choice) => [choice.id, choice.name]))
  const choose = (name: string): boolean => {
    const found = all.find((choice) => choice.name === name)
    if (!found || chosen.includes(found.id)) return false
    onChange([...chosen, found.id])
    return true
  }
  const up = (at: number) => {
    const ids = [...chosen]
    const [moved] = ids.splice(at, 1)
    if (moved !== undefined) ids.splice(at - 1, 0, moved)
    onChange(ids)
  }
  return (
    <div className="field">
      <span className="label" id={`${id}-label`}>
        {label}
      </span>
      <ul className="tokens" aria-labelledby={`${id}-label`}>
        {chosen.map((one, at) => {
          const name = byId.get(one) ?? String(one)
          return (
            <li className="token" key={one}>
              <bdi>{name}</bdi>
              {isOrdered && at > 0 ? (
                <button type="button" aria-label={fields.up(name)} onClick={() => up(at)}>
                  ↑
                </button>
              ) : null}
              <button
                type="button"
                aria-label={fields.remove(name)}
                onClick={() => onChange(chosen.filter((it) => it !== one))}
              >
                ×
              </button>
            </li>
          )
        })}
      </ul>
      <input
        type="text"
        aria-label={add}
        placeholder={add}
        list={`${id}-choices`}
        autoComplete="off"
        onChange={(event) => {
          if (choose(event.target.value)) event.target.value = ''
        }}
      />
      <datalist id={`${id}-choices`}>
        {all
          .filter((choice) => !chosen.includes(choice.id))
          .map((choice) => (
            <option key={choice.id} value={choice.name} />
          ))}
      </datalist>
    </div>
  )
}
