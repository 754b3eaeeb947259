'use client'

import { useEffect } from 'react'
import { singleKey } from '../find/letters'

/** The desk's letters: each presses what is on the page anyway. Nothing is listened to while somebody types. */
export function CommentKeys() {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const key = singleKey(event)
      if (key === null || !/^[a-z]$/.test(key)) return
      const done = key === 'j' || key === 'k' ? move(key === 'j' ? 1 : -1) : pressKey(key)
      if (done) event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  return null
}

function pressKey(key: string): boolean {
  const box = key === 'x' ? document.querySelector<HTMLElement>('.pickable:has([aria-current]) input') : null
  const button = box ?? document.querySelector<HTMLElement>(`[data-key="${key}"]`)
  if (button) {
    button.click()
    return true
  }
  const details = document.querySelector<HTMLDetailsElement>(`[data-opens="${key}"]`)
  if (!details) return false
  details.open = true
  details.querySelector('textarea')?.focus()
  return true
}

function move(step: number): boolean {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-comment]')]
  const at = links.findIndex((link) => link.getAttribute('aria-current') === 'true')
  const next = links[at + step]
  next?.click()
  return next !== undefined
}
