'use client'

import { type ChangeEvent, useEffect, useState } from 'react'

/** Chooses every line of the page. Without script there is nothing to press, so there is nothing. */
export function ChooseAll({ label }: { label: string }) {
  const [ready, setReady] = useState(false)
  useEffect(() => setReady(true), [])
  if (!ready) return null
  const choose = ({ target: { checked, form } }: ChangeEvent<HTMLInputElement>) => {
    for (const box of form?.querySelectorAll<HTMLInputElement>('input[name="one"]') ?? []) box.checked = checked
  }
  return <input type="checkbox" aria-label={label} onChange={choose} />
}
