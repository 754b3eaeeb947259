import { useEffect, useState } from 'react'
import { BYLINE_ROLES, isBylineRole } from '@/lib/articles/byline-roles'
import type { FieldsWords } from '@/lib/i18n/fields-words'
import type { WritingWords } from '@/lib/i18n/writing-words'
import { LineField } from './line-field'
import { type Named, NextChoice } from './next-choice'
import { Choice } from './part'
import type { Written } from './props'

type Props = {
  words: WritingWords
  said: FieldsWords
  authors: Named[]
  content: Written
  set(next: Partial<Written>): void
}

const OWN = 'own'

/** Who stands above the text, in their order, and what each of them did. */
export function BylineFields({ words, said, authors, content, set }: Props) {
  const { authorIds, authorRoles, bylineOverride } = content
  /** Where words are typed that are no role of ours, or not yet any. */
  const [own, setOwn] = useState<number[]>([])
  const [moved, setMoved] = useState<{ id: number; by: 1 | -1 } | null>(null)
  const names = new Map(authors.map(({ id, name }) => [id, name]))
  const nameOf = (id: number) => names.get(id) ?? String(id)
  useEffect(() => {
    if (!moved) return
    // At an end of the list that button is gone.
    const [here, other] = moved.by < 0 ? ['up', 'down'] : ['down', 'up']
    const button = document.getElementById(`${here}-${moved.id}`) ?? document.getElementById(`${other}-${moved.id}`)
    button?.focus()
  }, [moved])
  const move = (id: number, by: 1 | -1) => {
    const ids = authorIds.filter((one) => one !== id)
    ids.splice(authorIds.indexOf(id) + by, 0, id)
    set({ authorIds: ids })
    setMoved({ id, by })
  }
  const say = (id: number, role: string) => {
    const { [id]: _, ...others } = authorRoles
    set({ authorRoles: role ? { ...others, [id]: role } : others })
  }
  const choose = (id: number, value: string) => {
    setOwn(value === OWN ? [...own, id] : own.filter((one) => one !== id))
    say(id, value === OWN ? '' : value)
  }
  return (
    <>
      <div className="field">
        <span className="label" id="authors-label">
          {words.fields.authors}
        </span>
        <ul className="bylines" aria-labelledby="authors-label">
          {authorIds.map((id, at) => {
            const name = nameOf(id)
            const role = authorRoles[id] ?? ''
            const isOwn = own.includes(id) || (role !== '' && !isBylineRole(role))
            return (
              <li key={id}>
                <bdi className="grow">{name}</bdi>
                {at > 0 ? (
                  <button id={`up-${id}`} type="button" aria-label={said.byline.up(name)} onClick={() => move(id, -1)}>
                    ↑
                  </button>
                ) : null}
                {at < authorIds.length - 1 ? (
                  <button
                    id={`down-${id}`}
                    type="button"
                    aria-label={said.byline.down(name)}
                    onClick={() => move(id, 1)}
                  >
                    ↓
                  </button>
                ) : null}
                <button
                  type="button"
                  aria-label={words.fields.remove(name)}
                  onClick={() => set({ authorIds: authorIds.filter((one) => one !== id) })}
                >
                  ×
                </button>
                <div className="did">
                  <Choice
                    id={`role-${id}`}
                    label={said.byline.role(name)}
                    value={isOwn ? OWN : role}
                    options={[
                      ['', said.byline.wrote],
                      ...BYLINE_ROLES.map((one): [string, string] => [one, said.byline.roles[one]]),
                      [OWN, said.byline.own],
                    ]}
                    onChange={(value) => choose(id, value)}
                  />
                  {isOwn ? (
                    <LineField
                      id={`words-${id}`}
                      label={said.byline.ownWords(name)}
                      value={role}
                      onChange={(text) => {
                        if (!own.includes(id)) setOwn([...own, id])
                        say(id, text)
                      }}
                    />
                  ) : null}
                </div>
              </li>
            )
          })}
        </ul>
        <NextChoice
          id="authors"
          label={words.fields.addAuthor}
          left={authors.filter(({ id }) => !authorIds.includes(id))}
          onChoose={(id) => set({ authorIds: [...authorIds, id] })}
        />
        <p className="unseen" role="status">
          {moved ? said.byline.moved(nameOf(moved.id), authorIds.indexOf(moved.id) + 1, authorIds.length) : ''}
        </p>
      </div>
      <LineField
        id="override"
        label={words.fields.bylineOverride}
        value={bylineOverride ?? ''}
        onChange={(text) => set({ bylineOverride: text || null })}
      />
    </>
  )
}
