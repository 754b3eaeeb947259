// Embeds become links that load nothing until a reader asks. Here their many forms (player, nocookie, short link)
// become the one address where a person can watch, listen or read.

type Provider = {
  hosts: readonly string[]
  /** Tried in order on path + query; answers the address to visit. Null: this is not an item of theirs. */
  forms: readonly (readonly [RegExp, (match: RegExpExecArray, url: URL) => string | null])[]
}

const asItIs = (_: RegExpExecArray, url: URL) => url.href
const withoutQuery = (_: RegExpExecArray, url: URL) => `${url.origin}${url.pathname}`

const PROVIDERS: readonly Provider[] = [
  {
    hosts: ['youtube.com', 'm.youtube.com', 'music.youtube.com', 'youtube-nocookie.com', 'youtu.be'],
    forms: [
      [/^\/(?:embed\/videoseries|playlist)\?/, (_, url) => playlist(url)],
      [/^\/watch\?/, (_, url) => youtubeVideo(url.searchParams.get('v') ?? '', url)],
      [/^\/(?:embed|shorts|live|v|e)\/([\w-]+)/, ([, id = ''], url) => youtubeVideo(id, url)],
      [/^\/([\w-]{11})(?:[?&]|$)/, ([, id = ''], url) => (url.host === 'youtu.be' ? youtubeVideo(id, url) : null)],
    ],
  },
  {
    hosts: ['vimeo.com', 'player.vimeo.com'],
    forms: [
      [
        /^\/(?:video\/|channels\/\w+\/|groups\/\w+\/videos\/)?(\d+)(?:\/(\w+))?/,
        ([, id, hash], url) => `https://vimeo.com/${[id, hash ?? url.searchParams.get('h')].filter(Boolean).join('/')}`,
      ],
    ],
  },
  {
    hosts: ['dailymotion.com', 'geo.dailymotion.com', 'dai.ly'],
    forms: [
      [/^\/player.*[?&]video=(\w+)/, ([, id]) => `https://www.dailymotion.com/video/${id}`],
      [/^\/(?:embed\/)?(?:video\/)?([a-z\d]{5,})/i, ([, id]) => `https://www.dailymotion.com/video/${id}`],
    ],
  },
  {
    hosts: ['aparat.com'],
    forms: [[/^\/(?:v|video\/video\/embed\/videohash)\/(\w+)/, ([, id]) => `https://www.aparat.com/v/${id}`]],
  },
  {
    hosts: ['w.soundcloud.com'],
    forms: [[/^\/player\/?\?/, (_, url) => innerAddress(url, 'url', /^https:\/\/(?:api\.)?soundcloud\.com\//)]],
  },
  { hosts: ['soundcloud.com', 'm.soundcloud.com'], forms: [[/^\/[\w-]+\/[\w-]+/, withoutQuery]] },
  {
    hosts: ['open.spotify.com'],
    forms: [
      [
        /^\/(?:intl-\w+\/)?(?:embed(?:-podcast)?\/)?(track|album|playlist|artist|episode|show)\/(\w+)/,
        ([, kind, id]) => `https://open.spotify.com/${kind}/${id}`,
      ],
    ],
  },
  {
    hosts: ['twitter.com', 'mobile.twitter.com', 'x.com'],
    forms: [[/^\/(\w+)\/status(?:es)?\/(\d+)/, ([, user, id]) => `https://x.com/${user}/status/${id}`]],
  },
  {
    hosts: ['platform.twitter.com'],
    forms: [[/[?&]id=(\d+)/, ([, id]) => `https://x.com/i/status/${id}`]],
  },
  {
    hosts: ['instagram.com', 'instagr.am'],
    forms: [[/^\/(?:[\w.]+\/)?(p|reel|tv)\/([\w-]+)/, ([, kind, id]) => `https://www.instagram.com/${kind}/${id}/`]],
  },
  {
    hosts: ['facebook.com', 'm.facebook.com', 'fb.watch'],
    forms: [
      [
        /^\/(?:v[\d.]+\/)?plugins\/(?:video|post)\.php/,
        (_, url) => innerAddress(url, 'href', /^https:\/\/[\w.]*facebook\.com\//),
      ],
      [/^\/(?:watch\/?\?v=|[^/]+\/(?:videos|posts)\/|reel\/|video\.php\?v=)/, asItIs],
      [/^\/\w+\/?$/, (_, url) => (url.host === 'fb.watch' ? url.href : null)],
    ],
  },
  {
    hosts: ['tiktok.com', 'vm.tiktok.com'],
    forms: [[/^\/(?:@[^/]+\/video|embed(?:\/v\d)?)\/\d+/, withoutQuery]],
  },
  { hosts: ['bsky.app'], forms: [[/^\/profile\/[^/]+\/post\/\w+/, withoutQuery]] },
  {
    hosts: ['embed.bsky.app'],
    forms: [
      [
        /^\/embed\/([^/]+)\/app\.bsky\.feed\.post\/(\w+)/,
        ([, who, id]) => `https://bsky.app/profile/${who}/post/${id}`,
      ],
    ],
  },
  {
    hosts: ['google.com', 'maps.google.com', 'maps.app.goo.gl'],
    forms: [
      [
        /^\/maps\/embed\?.*!2d(-?[\d.]+)!3d(-?[\d.]+)/,
        ([, east, north]) => `https://www.google.com/maps?q=${north},${east}`,
      ],
      [/^\/maps\b/, (_, url) => withoutParameter(url, 'output')],
      [/^\/.*[?&](?:q|ll)=/, (_, url) => (url.host === 'maps.google.com' ? withoutParameter(url, 'output') : null)],
      [/^\/\w+$/, (_, url) => (url.host === 'maps.app.goo.gl' ? url.href : null)],
    ],
  },
  {
    hosts: ['ted.com', 'embed.ted.com'],
    forms: [[/^\/talks\/(\w+)/, ([, id]) => `https://www.ted.com/talks/${id}`]],
  },
  { hosts: ['reddit.com'], forms: [[/^\/r\/\w+\/comments\/\w+/, withoutQuery]] },
  { hosts: ['flickr.com'], forms: [[/^\/photos\/[^/]+\/\d+/, withoutQuery]] },
  { hosts: ['wordpress.tv'], forms: [[/^\/\d{4}\/\d\d\/\d\d\/[^/]+/, withoutQuery]] },
  {
    hosts: ['videopress.com'],
    forms: [[/^\/(?:v|embed)\/(\w+)/, ([, id]) => `https://videopress.com/v/${id}`]],
  },
  {
    hosts: ['slideshare.net', 'scribd.com', 'issuu.com', 'imgur.com', 'giphy.com'],
    forms: [[/^\/[^/]+\/[^/]+/, asItIs]],
  },
]

const byHost = new Map(PROVIDERS.flatMap((provider) => provider.hosts.map((host) => [host, provider] as const)))

/** Where a person sees what this address embeds; null if no provider we know gives such an address. */
export function embedAddress(address: string): string | null {
  const url = webAddress(address)
  if (url === null) return null
  const place = url.pathname + url.search
  for (const [form, visit] of byHost.get(url.host.replace(/^www\./, ''))?.forms ?? []) {
    const match = form.exec(place)
    if (match) return visit(match, url)
  }
  // Mastodon and its kin live on any host; their posts are known by the form of the path.
  return /^\/@[^/]+\/\d{6,}(?:\/embed)?\/?$/.test(url.pathname)
    ? `${url.origin}${url.pathname.replace(/\/embed\/?$/, '')}`
    : null
}

/** An http or https address as a URL (youtube.com links of twenty years are http: all become https), else null. */
function webAddress(address: string): URL | null {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return null
  const url = new URL(address)
  url.protocol = 'https:'
  return url.username === '' && url.password === '' && url.port === '' ? url : null
}

function youtubeVideo(id: string, url: URL): string | null {
  if (!/^[\w-]{6,}$/.test(id)) return null
  const from = /^(\d+)s?$/.exec(url.searchParams.get('t') ?? url.searchParams.get('start') ?? '')?.[1]
  return `https://www.youtube.com/watch?v=${id}${from ? `&t=${from}s` : ''}`
}

function playlist(url: URL): string | null {
  const list = url.searchParams.get('list') ?? ''
  return /^[\w-]+$/.test(list) ? `https://www.youtube.com/playlist?list=${list}` : null
}

function innerAddress(url: URL, parameter: string, expected: RegExp): string | null {
  const inner = url.searchParams.get(parameter) ?? ''
  return expected.test(inner) && URL.canParse(inner) ? new URL(inner).href : null
}

function withoutParameter(url: URL, parameter: string): string {
  // Only if it is there: writing the query anew would spell its commas otherwise.
  if (url.searchParams.has(parameter)) url.searchParams.delete(parameter)
  return url.href
}
