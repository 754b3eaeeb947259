'use client'

import { useRef, useState } from 'react'

type Props = { id: string; label: string; value: string; copy: string; copied: string }

/** A link to hand over, with a button that copies it; without script it can be marked and copied by hand. */
export function CopyLink({ id, label, value, copy, copied }: Props) {
  const field = useRef<HTMLInputElement>(null)
  const [isCopied, setCopied] = useState(false)
  const press = async () => {
    field.current?.select()
    // Where a browser does not allow it the link is marked, for its reader to copy.
    const done = await navigator.clipboard?.writeText(value).then(
      () => true,
      () => false,
    )
    setCopied(done ?? false)
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <span className="actions">
        <input ref={field} id={id} className="grow" type="url" readOnly value={value} dir="ltr" />
        <button className="button" type="button" onClick={() => void press()}>
          {copy}
        </button>
        <span role="status">{isCopied ? copied : ''}</span>
      </span>
    </div>
  )
}
