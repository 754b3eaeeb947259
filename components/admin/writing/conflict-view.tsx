import { useMemo } from 'react'
import { diffDocuments } from '@/lib/documents/diff'
import { formatTime } from '@/lib/i18n/format'
import { writingWordsFor } from '@/lib/i18n/writing-words'
import { DiffTable } from '../diff-table'
import { changedFields } from '../history/changed-fields'
import type { WriterProps, Written } from './props'

type Props = WriterProps & { mine: Written; useTheirs(): void; useMine(): void }

/** Two texts of one article: both are shown, word by word, and a person decides. */
export function ConflictView({ locale, zone, content, choices, mine, lastSaved, useTheirs, useMine }: Props) {
  const words = writingWordsFor(locale)
  const said = words.conflict
  const rows = useMemo(() => diffDocuments(content.document, mine.document), [content.document, mine.document])
  const fields = useMemo(() => {
    const names = (all: { id: number; name: string }[]) => new Map(all.map(({ id, name }) => [id, name]))
    const { categories, tags, authors } = choices
    const known = { categories: names(categories), tags: names(tags), authors: names(authors), parents: new Map() }
    return changedFields(content, mine, known, locale)
  }, [content, mine, choices, locale])
  const time = lastSaved ? formatTime(new Date(lastSaved.at), locale, zone) : ''
  return (
    <main id="main" className="page">
      <h1>{said.title(lastSaved?.name ?? '', time)}</h1>
      <p>{said.text}</p>
      <div className="actions">
        <button className="button" type="button" onClick={useTheirs}>
          {said.useTheirs}
        </button>
        <button className="button" type="button" onClick={useMine}>
          {said.useMine}
        </button>
      </div>
      <DiffTable fields={fields} rows={rows} before={said.theirs} after={said.mine} same={words.revisions.same} />
    </main>
  )
}
