'use client'

import { useState } from 'react'
import { LeadImageUpload } from '../writing/lead-image-upload'

type Props = {
  locale: string
  /** Of the field that says where the picture is. */
  id: string
  src: string
  label: string
  hint: string
  /** What is wrong with it, as the page says. */
  error: string | null
}

/** The portrait, from this device or by its address: whatever is chosen stands in the field that the form sends. */
export function PortraitField({ locale, id, src, label, hint, error }: Props) {
  const [chosen, setChosen] = useState(src)
  return (
    <>
      <LeadImageUpload locale={locale} src={chosen} take={(picture) => setChosen(picture.src)} />
      <div className="field">
        <label htmlFor={id}>{label}</label>
        <input
          id={id}
          name="portraitSrc"
          dir="ltr"
          value={chosen}
          onChange={(event) => setChosen(event.target.value)}
          maxLength={1_000}
          autoComplete="off"
          aria-invalid={error ? true : undefined}
          aria-describedby={`${id}-hint`}
        />
        {error ? <p className="wrong">{error}</p> : null}
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      </div>
    </>
  )
}
