/** How a reader came here. */
export type SourceKind = 'search' | 'social' | 'internal' | 'direct' | 'other'
/** `host` is empty where it is our own, unknown, or says nothing that may be kept. */
export type Source = { kind: SourceKind; host: string }

export const DIRECT: Source = { kind: 'direct', host: '' }

/** By the end of the host, or by a name before any country: google.co.uk. */
const SEARCH =
  /(^|\.)((google|yandex|bing|ecosia|qwant|startpage|duckduckgo|baidu|sogou|naver|daum|seznam|kagi|mojeek|presearch|coccoc|petalsearch)(\.[a-z]{2,4}){1,2}|search\.(yahoo|brave|aol|marginalia)\.[a-z]{2,4}|yahoo\.co\.jp|searx\.[a-z.]+)$/
/** Parts of search engines where nobody searches. */
const NOT_SEARCH = /^(mail|docs|drive|classroom|groups|sites|calendar|translate)\./
const SOCIAL =
  /(^|\.)(facebook\.com|fb\.com|fb\.me|messenger\.com|twitter\.com|x\.com|t\.co|instagram\.com|threads\.(net|com)|linkedin\.com|lnkd\.in|reddit\.com|pinterest\.[a-z.]+|pin\.it|t\.me|telegram\.(org|me)|whatsapp\.com|wa\.me|youtube\.com|youtu\.be|tiktok\.com|snapchat\.com|tumblr\.com|vk\.com|ok\.ru|bsky\.app|mastodon\.(social|online)|weibo\.(com|cn)|discord\.com|quora\.com|ycombinator\.com|lemmy\.[a-z]+|eitaa\.com|ble\.ir)$/
/** Apps of telephones give their own name instead of an address. */
const SEARCH_APPS = /quicksearchbox|duckduckgo|\.bing$/
const SOCIAL_APPS = /facebook|twitter|instagram|telegram|whatsapp|linkedin|reddit|pinterest|vkontakte|slack|discord/

/** Of a network inside somebody's house or office, or an address in digits: it may name one person. */
const PRIVATE = /^\[|^[\d.]+$|^[^.]+$|\.(local|lan|home|internal|intranet|corp|localhost|arpa|onion)$/
const LONGEST = 100

/** Where the page stood on which a link was followed: its host alone is read. */
export function readSource(referer: string, isOwn: (host: string) => boolean): Source {
  if (referer === '') return DIRECT
  if (!URL.canParse(referer)) return { kind: 'other', host: '' }
  const { protocol, hostname } = new URL(referer)
  if (protocol === 'android-app:') {
    if (SEARCH_APPS.test(hostname)) return { kind: 'search', host: hostname }
    return { kind: SOCIAL_APPS.test(hostname) ? 'social' : 'other', host: hostname.slice(0, LONGEST) }
  }
  if (isOwn(hostname)) return { kind: 'internal', host: '' }
  const host = hostname.replace(/\.$/, '').replace(/^www\./, '')
  if (!/^https?:$/.test(protocol) || PRIVATE.test(host) || host.length > LONGEST) return { kind: 'other', host: '' }
  if (SEARCH.test(host) && !NOT_SEARCH.test(host)) return { kind: 'search', host }
  return { kind: SOCIAL.test(host) ? 'social' : 'other', host }
}
