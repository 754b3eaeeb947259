import { useState } from 'react'
import type { FieldsWords } from '@/lib/i18n/fields-words'
import type { WritingWords } from '@/lib/i18n/writing-words'
import { makeTagAction } from '@/lib/taxonomy/actions'
import { ChosenList } from './chosen-list'
import type { Named } from './next-choice'
import type { Written } from './props'

type Props = {
  words: WritingWords
  said: FieldsWords
  tags: Named[]
  mayMake: boolean
  content: Written
  set(next: Partial<Written>): void
}

/** The tags of an article. One that is not there yet is made while writing, by those who may. */
export function TagField({ words, said, tags, mayMake, content, set }: Props) {
  const { tagIds } = content
  const [made, setMade] = useState<Named[]>([])
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const all = [...tags, ...made.filter(({ id }) => !tags.some((tag) => tag.id === id))]
  const wanted = typed.trim()
  // What begins like one that is there may still become it.
  const isNew = wanted !== '' && !all.some(({ name }) => name.toLowerCase() === wanted.toLowerCase())
  const make = async (name: string) => {
    if (!mayMake) return
    setWrong(null)
    const result = await makeTagAction({ name }).catch(() => ({ ok: false as const, reason: 'failed' }))
    if (!result.ok) return setWrong(result.reason)
    setMade([...made, result.tag])
    if (!tagIds.includes(result.tag.id)) set({ tagIds: [...tagIds, result.tag.id] })
    const field = document.getElementById('tags')
    if (field instanceof HTMLInputElement) {
      field.value = ''
      field.focus()
    }
    setTyped('')
  }
  return (
    <ChosenList
      words={words}
      id="tags"
      label={words.fields.tags}
      add={words.fields.addTag}
      all={all}
      chosen={tagIds}
      onChange={(ids) => set({ tagIds: ids })}
      onType={setTyped}
      onEnter={(name) => void make(name)}
    >
      {isNew && mayMake ? (
        <button className="button plain" type="button" onClick={() => void make(wanted)}>
          {said.tags.make(wanted)}
        </button>
      ) : null}
      <p className="hint" role="status">
        {isNew && !mayMake ? said.tags.onlyChoose : ''}
        {wrong ? (words.refused[wrong] ?? words.refused.failed) : ''}
      </p>
    </ChosenList>
  )
}
