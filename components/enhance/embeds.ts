/** Films and sounds open in their place when they are asked for, from addresses that set no cookie; other embeds stay links. */
export function loadEmbeds(): void {
  document.addEventListener('click', (event) => {
    const link =
      event.target instanceof Element
        ? event.target.closest<HTMLAnchorElement>('.embed-card a.button, figure.embed > a')
        : null
    const player = link && (soundFor(link) ?? filmFor(link))
    if (!link || !player || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    const place = link.closest('.embed-card') ?? link
    place.replaceWith(player)
    player.focus()
  })
}

function filmFor(link: HTMLAnchorElement): HTMLElement | null {
  const src = playerOf(link.href)
  if (!src) return null
  const frame = document.createElement('iframe')
  frame.src = src
  frame.title = nameOf(link)
  frame.allow = 'fullscreen; picture-in-picture'
  frame.className = 'embed-frame'
  return frame
}

function soundFor(link: HTMLAnchorElement): HTMLElement | null {
  if (!isOwnSound(link.href, location.origin)) return null
  const sound = document.createElement('audio')
  sound.src = link.href
  sound.controls = true
  sound.autoplay = true
  sound.setAttribute('aria-label', nameOf(link))
  return sound
}

const nameOf = (link: HTMLAnchorElement): string =>
  (link.closest('.embed-card')?.querySelector('strong') ?? link).textContent

/** Sounds of other sites would tell those who listens. */
export function isOwnSound(address: string, origin: string): boolean {
  const url = new URL(address)
  return url.origin === origin && /\.(?:mp3|m4a|ogg|oga|opus|wav|flac)$/i.test(url.pathname)
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
