/** Films open in their place when they are asked for, from addresses that set no cookie; other embeds stay links. */
export function loadEmbeds(): void {
  document.addEventListener('click', (event) => {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('.embed-card a.button') : null
    const src = link && playerOf(link.href)
    if (!link || !src || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    const frame = document.createElement('iframe')
    frame.src = src
    frame.title = link.closest('.embed-card')?.querySelector('strong')?.textContent ?? link.textContent ?? ''
    frame.allow = 'fullscreen; picture-in-picture'
    frame.className = 'embed-frame'
    link.closest('.embed-card')?.replaceWith(frame)
    frame.focus()
  })
}

/** The player of a film's page; null where it has none that we load. */
export function playerOf(address: string): string | null {
  const { hostname, pathname, searchParams } = new URL(address)
  const host = hostname.replace(/^(www|m)\./, '')
  const youtube =
    host === 'youtu.be'
      ? pathname.slice(1)
      : host === 'youtube.com' || host === 'youtube-nocookie.com'
        ? (searchParams.get('v') ?? /^\/(?:embed|shorts|live)\/([^/]+)/.exec(pathname)?.[1])
        : null
  if (youtube && /^[\w-]{6,20}$/.test(youtube)) return `https://www.youtube-nocookie.com/embed/${youtube}?autoplay=1`
  const vimeo = host === 'vimeo.com' ? /^\/(?:video\/)?(\d+)/.exec(pathname)?.[1] : null
  return vimeo ? `https://player.vimeo.com/video/${vimeo}?autoplay=1&dnt=1` : null
}
