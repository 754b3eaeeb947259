/** Where letters are words. */
const TYPING = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"]'
const SWITCH = 'newsroom-letters'

/** On a keyboard of other letters, what stands on the same key of a Latin one. */
export function letterOf(event: KeyboardEvent): string {
  const key = event.key.toLowerCase()
  if (/^[\x20-\x7e]+$/.test(key)) return key
  return /^Key[A-Z]$/.test(event.code) ? event.code.charAt(3).toLowerCase() : key
}

/** The single key that means something by itself; null while somebody types, or where they have switched that off. */
export function singleKey(event: KeyboardEvent): string | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || !lettersAreKeys()) return null
  if (event.target instanceof Element && event.target.matches(TYPING)) return null
  if (document.querySelector('dialog[open]')) return null
  return letterOf(event)
}

export const lettersAreKeys = (): boolean => localStorage.getItem(SWITCH) !== 'off'

/** Kept in this browser: it is about its keyboard, and about the hands in front of it. */
export function setLetters(on: boolean): void {
  if (on) localStorage.removeItem(SWITCH)
  else localStorage.setItem(SWITCH, 'off')
}
