'use client'

import { useEffect, useRef, useState } from 'react'
import type { Moved } from './tree-places'
import { wireTree } from './wire-tree'

/**
 * Moves what stands in a tree (`.tree`, each with its `data-branch`) by dragging it and by keys. Each fills in a form that stands on the page and presses it, so that what
 * happens is what happens without script. `order` differs after each move.
 */
export function TreeTools({ order, hint }: { order: string; hint: string }) {
  const [isOn, setOn] = useState(false)
  const last = useRef<{ id: string; order: string } | null>(null)
  useEffect(() => {
    setOn(true)
    if (last.current && last.current.order !== order) {
      // What was moved keeps the focus, wherever it stands now.
      document.querySelector<HTMLElement>(`[data-branch="${last.current.id}"] a`)?.focus()
      last.current = null
    }
    const send = (move: Moved) => {
      last.current = { id: move.id, order }
      fillIn(move)?.requestSubmit()
    }
    return wireTree(document.querySelector('.tree'), send)
  }, [order])
  return isOn ? <p className="keys">{hint}</p> : null
}

function fillIn(move: Moved): HTMLFormElement | null {
  const form = document.querySelector<HTMLFormElement>('#place')
  for (const [name, value] of Object.entries(move)) {
    const input = form?.elements.namedItem(name)
    if (input instanceof HTMLInputElement) input.value = value
  }
  return form
}
