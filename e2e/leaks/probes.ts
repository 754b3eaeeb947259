import { encodePath } from '@/lib/articles/paths'
import { Random } from '@/lib/seed/random'
import type { Planted } from './plant'

export type Probe = { method: string; target: string; headers: Record<string, string> }

/** Pages where texts of others are listed, named or told of. */
const LISTS = ['/', '/page/2/', '/all/', '/all/page/2/', '/feed/', '/feed', '/corrections/', '/search/', '/about/']
const FILED = ['/category/harbour/', '/category/harbour/feed/', '/tag/ferries/', '/author/maren-oldacre/']
const OTHERS = ['/sitemap.xml', '/robots.txt', '/comments/feed/', '/wp-json/wp/v2/posts', '/api/articles', '/healthz']

/** The probe of this number: the same at every run of one seed. */
export function probe(seed: number, number: number, planted: readonly Planted[], now: Date): Probe {
  const random = new Random(seed * 1_000_003 + number)
  const about = random.pick(planted)
  const dice = random.below(20)
  const method = dice < 16 ? 'GET' : dice < 19 ? 'HEAD' : 'POST'
  return { method, target: targetOf(random, about, now), headers: headersOf(random, about, number) }
}

function targetOf(random: Random, about: Planted, now: Date): string {
  switch (random.below(9)) {
    case 0:
      return random.pick([...LISTS, ...FILED, ...OTHERS, ...datesOf(now)]) + queryOf(random, about)
    case 1:
    case 2:
      return searchFor(random, about)
    case 3:
      return newsroomOf(random, about)
    case 4:
      return previewOf(random, about)
    case 5:
      return random.pick(fileAddresses(about))
    default:
      return bent(random, encodePath(about.path)) + queryOf(random, about)
  }
}

function datesOf(now: Date): string[] {
  const [year = '', month = '', day = ''] = now.toISOString().slice(0, 10).split('-')
  return [`/${year}/`, `/${year}/${month}/`, `/${year}/${month}/${day}/`, `/${year}/${month}/page/2/`]
}

function searchFor(random: Random, { name, word }: Planted): string {
  const words = random.pick([
    name,
    word,
    `"${name}"`,
    `${name} ${word}`,
    name.slice(0, -1),
    `${word} -ferry`,
    'quillon',
  ])
  const query = encodeURIComponent(words)
  return random.pick([
    `/search/?q=${query}`,
    `/?s=${query}`,
    `/search/?q=${query}&page=2`,
    `/search/page/2/?q=${query}`,
  ])
}

/** Known to be there by everybody, and opened to nobody who is not signed in. */
function newsroomOf(random: Random, { id, name }: Planted): string {
  const below = random.pick(['', 'preview/', 'preview/reader/', 'history/', 'preview/reader', 'history/?version=1'])
  const path = `/admin/articles/${id}/${below}`
  return random.pick([
    path,
    path.replace('/admin', '/%61dmin'),
    path.replace('/admin', '/Admin'),
    path.replace('/articles', '//articles'),
    `/x/..${path}`,
    `/preview/..${path}`,
    `${path}?_rsc=abc12`,
    `/admin/articles/?words=${name}`,
    `/admin/comments/?article=${id}`,
  ])
}

/** Links that worked once, that somebody bent, and those of other places that software has had. */
function previewOf(random: Random, about: Planted): string {
  const token = about.tokens.length ? random.pick(about.tokens) : `${about.id}.m0abc.${'A'.repeat(43)}`
  const [id = '', until = '', signature = ''] = token.split('.')
  const at = random.below(token.length)
  const later = (Number.parseInt(until, 36) + 86_400_000).toString(36)
  return random.pick([
    `/preview/${token}/`,
    `/preview/${token}`,
    `/preview//${token}/`,
    `/%70review/${token}/`,
    `/Preview/${token}/`,
    `/preview/${token}/?_rsc=abc12`,
    `/preview/${token.slice(0, at)}A${token.slice(at + 1)}/`,
    `/preview/${token.slice(0, at)}/`,
    `/preview/${id}.${later}.${signature}/`,
    `/preview/${about.id}.${later}.${signature}/`,
    `/preview/${about.id}/`,
    `/preview/${token.toUpperCase()}/`,
    `/preview/${token}%00/`,
    `/api/preview?secret=${signature}&slug=${about.name}`,
    `/?p=${about.id}&preview=true`,
    `/?preview_id=${about.id}&preview_nonce=${signature.slice(0, 10)}&preview=true`,
  ])
}

function fileAddresses({ path, id }: Planted): string[] {
  const base = encodePath(path).replace(/\/$/, '')
  return [
    `${base}.rsc`,
    `${base}.txt`,
    `${base}.json`,
    `${base}/index.txt`,
    `${base}.segments/_tree.segment.rsc`,
    `/_next/data/build${base}.json`,
    `/_next/image?url=${encodeURIComponent(base)}&w=640&q=75`,
    `/wp-json/wp/v2/posts/${id}`,
    `/api/articles/${id}`,
    `/media/${id}.png`,
    `/wp-content/uploads/${id}.png`,
  ]
}

/** Addresses that lead to the same text as theirs where there is one, or near it. */
function bent(random: Random, path: string): string {
  const base = path.replace(/\/$/, '')
  const at = random.below(base.length - 1) + 1
  const escaped = `%${base.charCodeAt(at).toString(16)}`
  return random.pick([
    path,
    base,
    `${base}//`,
    path.toUpperCase(),
    `/${path}`,
    `${path}2/`,
    `${path}feed/`,
    `${path}amp/`,
    `${path}embed/`,
    `${path}comment-page-1/`,
    `${path}%C2%A0`,
    `${base}.`,
    `${path}../${base.slice(1)}/`,
    base.slice(0, -1),
    base.slice(0, at),
    /[a-z]/.test(base[at] ?? '') ? base.slice(0, at) + escaped + base.slice(at + 1) : path,
    `/all/..${path}`,
    `/2026/11/27${path}`,
  ])
}

function queryOf(random: Random, { id, name }: Planted): string {
  return random.pick([
    '',
    '',
    '?preview=true',
    '?preview=1&token=1',
    `?p=${id}`,
    `?page_id=${id}&preview=true`,
    `?replytocom=${id}`,
    `?unapproved=${id}&moderation-hash=x`,
    '?_rsc=1a2b3',
    `?q=${name}`,
    '?draft=1',
    '?amp',
    '?status=DRAFT',
  ])
}

const STEERING: Record<string, string>[] = [
  { rsc: '1' },
  { rsc: '1', 'next-router-prefetch': '1' },
  { rsc: '1', 'next-router-segment-prefetch': '/_tree' },
  { rsc: '1', 'next-router-state-tree': '%5B%22%22%2C%7B%7D%5D' },
  { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' },
  { 'x-nextjs-data': '1' },
  { 'next-resume': '1' },
  { 'x-prerender-revalidate': '1' },
  { 'next-action': 'a'.repeat(42), 'content-type': 'text/plain;charset=UTF-8' },
  { 'next-url': '/admin/' },
  { purpose: 'prefetch', 'sec-purpose': 'prefetch' },
]

function headersOf(random: Random, { id }: Planted, number: number): Record<string, string> {
  const guessed = [
    `__prerender_bypass=${'a'.repeat(40)}; __next_preview_data=x`,
    '__Host-newsroom.session_token=made.up',
    'newsroom.session_token=made.up',
    `comment_held=${id}.x`,
    'wordpress_logged_in_x=admin',
    'preview=1; draft=1',
  ]
  const more = random.pick<Record<string, string>>([
    {},
    {},
    random.pick(STEERING),
    { cookie: random.pick(guessed) },
    { range: 'bytes=0-200000' },
    { 'if-none-match': '"x"', 'if-modified-since': new Date(0).toUTCString() },
    { 'accept-encoding': random.pick(['br', 'gzip', 'identity']) },
    { accept: random.pick(['application/json', 'text/x-component', 'application/rss+xml', 'image/avif']) },
    { 'x-forwarded-host': 'evil.example', 'x-original-url': `/admin/articles/${id}/` },
  ])
  // Each from an address of its own, so that nobody is told to come back later.
  return { 'x-forwarded-for': `2001:db8:${(number >> 12).toString(16)}:${(number & 4095).toString(16)}::1`, ...more }
}
