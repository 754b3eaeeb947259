const MOST_CHARACTERS = 1_000
const MARK = '#sentence='

/**
 * What a reader has marked in an article goes along when they report an error in it: behind the "#" of the address, which no
 * browser sends to anybody. The form takes it from there.
 */
export function takeMarkedAlong(): void {
  const link = document.querySelector<HTMLAnchorElement>('a.report-error')
  // A press on the link takes the marking away: it is read before. Whoever comes by the keyboard still has theirs.
  link?.addEventListener('pointerdown', () => {
    link.hash = markIn(getSelection())
  })
  link?.addEventListener('focus', () => {
    link.hash = markIn(getSelection()) || link.hash
  })
  const field = document.querySelector<HTMLTextAreaElement>('#report [name=sentence]')
  if (!field || field.value || !location.hash.startsWith(MARK)) return
  field.value = decodeURIComponent(location.hash.slice(MARK.length))
  // A browser would carry it on to the page that says thank you.
  history.replaceState(null, '', location.pathname)
  document.querySelector<HTMLElement>('#report [name=comment]')?.focus()
}

/** Empty where nothing is marked in the article. */
function markIn(selection: Selection | null): string {
  const place = selection?.anchorNode?.parentElement
  const marked = place?.closest('.article') ? [...String(selection).trim()].slice(0, MOST_CHARACTERS).join('') : ''
  return marked && MARK + encodeURIComponent(marked)
}
