'use client'

import { useEffect } from 'react'
import { singleKey } from '../find/letters'

const STEPS: Record<string, [across: number, down: number]> = {
  arrowleft: [-1, 0],
  arrowright: [1, 0],
  arrowup: [0, -1],
  arrowdown: [0, 1],
}

/** Arrows move through the prints as they lie on the screen; J and K as they follow each other. */
export function PrintKeys() {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const key = singleKey(event)
      if (key === null || event.shiftKey) return
      const names = [...document.querySelectorAll<HTMLElement>(':is(.prints, .media-list) .name')]
      const at = names.findIndex((name) => name.contains(document.activeElement))
      const step = STEPS[key]
      if (key === '/') document.querySelector<HTMLElement>('#words')?.focus()
      else if (key === 'f') document.querySelector<HTMLElement>('.filters select')?.focus()
      else if (key === 'j' || key === 'k') names[at < 0 ? 0 : at + (key === 'j' ? 1 : -1)]?.focus()
      else if (step && at >= 0) nearest(names, at, step)?.focus()
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  return null
}

/** The next print in that direction, and of several in its row the one that lies straightest. */
function nearest(names: HTMLElement[], at: number, [across, down]: [number, number]): HTMLElement | undefined {
  const middles = names.map((name) => {
    const { left, top, width, height } = (name.closest('.print, tr') ?? name).getBoundingClientRect()
    return { x: left + width / 2, y: top + height / 2 }
  })
  const from = middles[at]
  if (!from) return undefined
  let best: { name: HTMLElement; far: number } | undefined
  for (const [i, name] of names.entries()) {
    const to = middles[i]
    if (!to || i === at) continue
    const [along, aside] = across ? [(to.x - from.x) * across, to.y - from.y] : [(to.y - from.y) * down, to.x - from.x]
    // A row is not a column: what lies far aside is on another line.
    const far = along + Math.abs(aside) * 4
    if (along > 8 && (!best || far < best.far)) best = { name, far }
  }
  return best?.name
}
