'use client'

import { useEffect } from 'react'
import { singleKey } from '../find/letters'

/** Keys of a list: each moves to, or presses, what is on the page anyway. */
export function ListKeys() {
  useEffect(() => {
    let lastPicked = 0
    const press = (event: KeyboardEvent) => {
      const key = singleKey(event)
      if (key === null) return
      const lines = [...document.querySelectorAll<HTMLElement>('[data-line]')]
      const at = lines.findIndex((line) => line.contains(document.activeElement))
      if (key === 'j' || key === 'k') linkOf(lines[at < 0 ? 0 : at + (key === 'j' ? 1 : -1)])?.focus()
      else if (key === 'x' && at >= 0) {
        pick(lines, event.shiftKey ? lastPicked : at, at)
        lastPicked = at
      } else if (key === '/') focusOn('#words')
      else if (key === 'f') focusOn('.filters select')
      else if (key === 'v') focusOn('[data-saved-view]')
      else if (key === 'q' && at >= 0) lines[at]?.querySelector<HTMLElement>('[data-quick]')?.click()
      else if (key === 'z') document.querySelector<HTMLElement>('[data-key="z"]')?.click()
      else if (/^[1-9]$/.test(key)) document.querySelectorAll<HTMLElement>('[data-view]')[Number(key) - 1]?.click()
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  return null
}

const linkOf = (line: HTMLElement | undefined) => line?.querySelector<HTMLElement>('a.headline')
const focusOn = (selector: string) => document.querySelector<HTMLElement>(selector)?.focus()

/** One line turns over; of several all are chosen. */
function pick(lines: HTMLElement[], from: number, to: number): void {
  const boxes = lines.map((line) => line.querySelector<HTMLInputElement>('input[type="checkbox"]'))
  const box = boxes[to]
  if (from === to && box) box.checked = !box.checked
  else for (const each of boxes.slice(Math.min(from, to), Math.max(from, to) + 1)) if (each) each.checked = true
}
