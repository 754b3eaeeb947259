/** Fills in who asked in this browser to be remembered: the page is everybody's, the cookie is theirs. */
export function fillRemembered(): void {
  const form = document.querySelector<HTMLFormElement>('#commentform')
  const cookie = /(?:^|;\s*)comment_author=([^;]+)/.exec(document.cookie)?.[1]
  if (!form || !cookie) return
  const { name, email, url } = JSON.parse(decodeURIComponent(cookie)) as Record<string, unknown>
  for (const [field, value] of Object.entries({ author: name, email, url })) {
    const input = form.elements.namedItem(field)
    if (input instanceof HTMLInputElement && !input.value && typeof value === 'string') input.value = value
  }
  const consent = form.querySelector<HTMLInputElement>('.consent input')
  if (consent) consent.checked = true
}
