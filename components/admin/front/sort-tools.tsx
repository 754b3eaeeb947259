'use client'

import { useEffect, useRef, useState } from 'react'
import { type Sorted, wireSort } from './wire-sort'

/**
 * Moves the lines of the front's lists by dragging them and by keys. Each fills in a form that stands on the page and
 * presses it, so that what happens is what happens without script. `version` differs after each move.
 */
export function SortTools({ version, hint }: { version: number; hint: string }) {
  const [isOn, setOn] = useState(false)
  const last = useRef<{ moved: Sorted; version: number } | null>(null)
  useEffect(() => {
    setOn(true)
    if (last.current && last.current.version !== version) {
      // What was moved keeps the focus, wherever it stands now.
      const { list, to } = last.current.moved
      document.querySelector<HTMLElement>(`[data-sort="${list}"][data-at="${to}"] :is(a, button)`)?.focus()
      last.current = null
    }
    return wireSort((moved) => {
      last.current = { moved, version }
      fillIn(moved)?.requestSubmit()
    })
  }, [version])
  return isOn ? <p className="keys">{hint}</p> : null
}

function fillIn({ list, from, to }: Sorted): HTMLFormElement | null {
  const form = document.querySelector<HTMLFormElement>('#move')
  const input = form?.elements.namedItem('step')
  if (input instanceof HTMLInputElement) input.value = `move ${list} ${from} ${to}`
  return form
}
