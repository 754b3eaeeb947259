'use client'

import { useEffect, useState } from 'react'

/** Days that an arrow key leads on by, from left to right. */
const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** Moves articles between days by the hand or by keys: each fills in and sends the form that is there anyway. */
export function CalendarMoves({ hint }: { hint: string }) {
  const [isReady, setReady] = useState(false)
  useEffect(() => {
    const ending = new AbortController()
    const { signal } = ending
    let dragged: HTMLElement | null = null
    const dayAt = (event: DragEvent) =>
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-day]') : null
    document.addEventListener(
      'dragstart',
      (event) => {
        dragged = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-planned]') : null
        event.dataTransfer?.setData('text/plain', dragged?.dataset.planned ?? '')
      },
      { signal },
    )
    document.addEventListener('dragover', (event) => dragged && dayAt(event) && event.preventDefault(), { signal })
    document.addEventListener(
      'drop',
      (event) => {
        const day = dayAt(event)?.dataset.day
        if (!dragged || !day) return
        event.preventDefault()
        moveTo(dragged, day)
        dragged = null
      },
      { signal },
    )
    document.addEventListener('keydown', (event) => pressKey(event), { signal })
    setReady(true)
    return () => ending.abort()
  }, [])
  return isReady ? <p className="hint">{hint}</p> : null
}

function pressKey(event: KeyboardEvent): void {
  const step = STEPS[event.key]
  if (!step || !event.altKey || event.ctrlKey || event.metaKey) return
  // In a field the arrows are the field's own.
  if (document.activeElement?.closest('input, select, textarea, details')) return
  const item = document.activeElement?.closest<HTMLElement>('[data-planned]')
  const day = item?.closest<HTMLElement>('[data-day]')?.dataset.day
  if (!item || !day) return
  event.preventDefault()
  // Where days run from right to left, so do the arrows.
  const isMirrored = document.documentElement.dir === 'rtl' && Math.abs(step) === 1
  const next = new Date(`${day}T12:00:00Z`)
  next.setUTCDate(next.getUTCDate() + (isMirrored ? -step : step))
  moveTo(item, next.toISOString().slice(0, 10))
}

/** The same hour on that day. */
function moveTo(item: HTMLElement, day: string): void {
  const field = item.querySelector<HTMLInputElement>('input[name="at"]')
  if (!field || field.value.startsWith(day)) return
  field.value = `${day}${field.value.slice(10)}`
  field.form?.requestSubmit()
}
