const SAID_MS = 2_000

/** A button that hands the address to the device's own sharing, or copies it, where a browser can do either. */
export function copyLinks(): void {
  const nav = document.querySelector<HTMLElement>('.share-links')
  const address = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href
  const { copy = '', copied = '', device = '' } = nav?.dataset ?? {}
  const shares = 'share' in navigator && matchMedia('(pointer: coarse)').matches
  if (!nav || !(shares || 'clipboard' in navigator)) return
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = shares ? device : copy
  button.addEventListener('click', async () => {
    if (shares) return navigator.share({ url: address, title: document.title }).catch(() => undefined)
    await navigator.clipboard.writeText(address)
    button.textContent = copied
    setTimeout(() => {
      button.textContent = copy
    }, SAID_MS)
  })
  nav.append(button)
}
