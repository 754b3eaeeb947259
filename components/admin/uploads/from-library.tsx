import { type KeyboardEvent, useId, useState } from 'react'
import { encodePath } from '@/lib/articles/paths'
import { uploadWordsFor } from '@/lib/i18n/upload-words'
import type { StoredPicture } from '@/lib/media/upload'
import { usePictureChoices } from './use-picture-choices'

type Props = { locale: string; take(picture: StoredPicture): void }

/** Pictures that are here already; the library is asked when it is opened. */
export function FromLibrary({ locale, take }: Props) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details className="from-library" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{uploadWordsFor(locale).library}</summary>
      {isOpen ? <Choices locale={locale} take={take} /> : null}
    </details>
  )
}

function Choices({ locale, take }: Props) {
  const words = uploadWordsFor(locale)
  const id = useId()
  const [typed, setTyped] = useState('')
  const { pictures, hasFailed } = usePictureChoices(typed)
  return (
    <>
      <label htmlFor={id}>{words.libraryWords}</label>
      <input
        id={id}
        type="search"
        dir="auto"
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={searchOnly}
      />
      <p role="status" className="hint">
        {hasFailed ? words.libraryFailed : pictures?.length === 0 ? words.libraryNothing : ''}
      </p>
      <ul>
        {(pictures ?? []).map(({ thumbnail, name, ...picture }) => (
          <li key={picture.id}>
            <button type="button" onClick={() => take(picture)}>
              <img src={encodePath(thumbnail)} width={160} height={120} alt={picture.alt} loading="lazy" />
              <bdi>{name || picture.caption || picture.src.slice(picture.src.lastIndexOf('/') + 1)}</bdi>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The key that ends a search must not send the form around it. */
function searchOnly(event: KeyboardEvent) {
  if (event.key === 'Enter') event.preventDefault()
}
