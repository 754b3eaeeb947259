const SAID_MS = 2_000

/**
 * The two buttons beside the links to share by. They stand in the page, and the style sheet shows them where scripts run, so
 * that nothing moves when this one comes.
 */
export function copyLinks(): void {
  const nav = document.querySelector('.share-links')
  const copy = nav?.querySelector<HTMLButtonElement>('.copy-link')
  const device = nav?.querySelector<HTMLButtonElement>('.share-device')
  const address = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href
  copy?.addEventListener('click', async () => {
    const label = copy.textContent
    await navigator.clipboard.writeText(address)
    copy.textContent = copy.dataset.done ?? label
    setTimeout(() => {
      copy.textContent = label
    }, SAID_MS)
  })
  device?.addEventListener('click', () =>
    navigator.share({ url: address, title: document.title }).catch(() => undefined),
  )
  // Not on every address (http), and not in every browser.
  if (!('clipboard' in navigator)) copy?.remove()
  if (!('share' in navigator)) device?.remove()
}
