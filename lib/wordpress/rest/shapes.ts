import { authorPath, categoryPath, encodePath, tagPath } from '@/lib/articles/paths'
import type { Author } from '@/lib/authors/author'
import { plainBio } from '@/lib/authors/bio'
import { zoneOffset } from '@/lib/calendar/days'
import { commentHtml } from '@/lib/feeds/comment-html'
import { escapeHtml } from '@/lib/markup/escape'
import { pictureAt } from '@/lib/media/address'
import { sourcesOf, type Unfinished } from '@/lib/media/sources'
import { itemLinks, link, termLinks } from './links'

/** What a moment is in WordPress: what clocks show there, to the second. */
export const localTime = (at: Date, zone: string): string =>
  new Date(at.getTime() + zoneOffset(zone, at)).toISOString().slice(0, 19)

/** "date" and "date_gmt", or what another pair of the kind is called. */
export const times = <Name extends string>(name: Name, at: Date, zone: string) =>
  ({ [name]: localTime(at, zone), [`${name}_gmt`]: localTime(at, 'UTC') }) as Record<Name | `${Name}_gmt`, string>

/** Plain text as WordPress renders it. */
export const rendered = (text: string) => ({ rendered: escapeHtml(text) })
export const paragraph = (text: string): string => (text ? `<p>${escapeHtml(text)}</p>\n` : '')

export type TermRow = { id: number; number: number; slug: string; name: string; description: string; count: number }

export const categoryShape = (siteUrl: string, row: TermRow & { path: string; parent: number }) => ({
  ...termShape(row, siteUrl + categoryPath(row.path), 'category'),
  parent: row.parent,
  meta: [],
  _links: termLinks(siteUrl, row.number, 'categories', row.parent),
})

export const tagShape = (siteUrl: string, row: TermRow) => ({
  ...termShape(row, siteUrl + tagPath(row.slug), 'post_tag'),
  meta: [],
  _links: termLinks(siteUrl, row.number, 'tags'),
})

const termShape = ({ number, count, description, name, slug }: TermRow, url: string, taxonomy: string) => ({
  id: number,
  count,
  description: escapeHtml(description),
  link: url,
  name: escapeHtml(name),
  slug: encodeSlug(slug),
  taxonomy,
})

/** As WordPress stores it. */
export const encodeSlug = (slug: string): string =>
  encodePath(slug).replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase())

const PORTRAITS = [24, 48, 96]

/** An author as a user: never with an e-mail address, which is not even read. */
export function userShape(siteUrl: string, author: Author, number: number) {
  const { name, bio, slug, links, portrait } = author
  const picture = portrait && siteUrl + encodePath(portrait.src)
  return {
    id: number,
    name,
    url: links[0]?.url ?? '',
    description: escapeHtml(plainBio(bio)),
    link: siteUrl + authorPath(slug),
    slug: encodeSlug(slug),
    avatar_urls: picture ? Object.fromEntries(PORTRAITS.map((size) => [size, picture])) : {},
    meta: [],
    _links: itemLinks(siteUrl, 'users', number),
  }
}

export type CommentRow = { id: number; authorName: string; authorUrl: string | null; text: string; createdAt: Date }

/** A comment without its links: what its writer gave to be shown, and no more. */
export const commentShape = (row: CommentRow, post: number, parent: number, url: string, zone: string) => ({
  id: row.id,
  post,
  parent,
  author: 0,
  author_name: row.authorName,
  author_url: row.authorUrl ?? '',
  ...times('date', row.createdAt, zone),
  content: { rendered: `${commentHtml(row.text)}\n` },
  link: `${url}#comment-${row.id}`,
  status: 'approved',
  type: 'comment',
  meta: [],
})

export type MediaRow = {
  number: number
  path: string
  mimeType: string
  alt: string
  caption: string
  width: number | null
  height: number | null
  createdAt: Date
}

/** A file of the library. */
export function mediaShape(siteUrl: string, row: MediaRow, post: number, zone: string, unfinished: Unfinished) {
  const { number, path, mimeType, alt, caption, createdAt } = row
  const url = siteUrl + encodePath(path)
  const name =
    path
      .split('/')
      .at(-1)
      ?.replace(/\.\w+$/, '') ?? ''
  const { width, height } = row.width ? row : (pictureAt(path) ?? row)
  return {
    id: number,
    ...times('date', createdAt, zone),
    guid: { rendered: url },
    ...times('modified', createdAt, zone),
    slug: encodeSlug(name.toLowerCase()),
    status: 'inherit',
    type: 'attachment',
    link: url,
    title: rendered(name),
    author: 0,
    comment_status: 'closed',
    ping_status: 'closed',
    template: '',
    meta: [],
    description: { rendered: '' },
    caption: { rendered: paragraph(caption) },
    alt_text: alt,
    media_type: mimeType.startsWith('image/') ? 'image' : 'file',
    mime_type: mimeType,
    media_details:
      width && height ? { width, height, file: path.slice(1), sizes: sizesOf(siteUrl, path, unfinished) } : {},
    post: post || null,
    source_url: url,
    _links: { ...itemLinks(siteUrl, 'media', number), about: link(siteUrl, 'types/attachment') },
  }
}

/** The variants of a picture that was uploaded here, by their widths. */
function sizesOf(siteUrl: string, path: string, unfinished: Unfinished) {
  const own = pictureAt(path)
  const [source] = own ? sourcesOf(path, unfinished).slice(-1) : []
  if (!own || !source) return {}
  const sizes = source.srcset.split(',').map((part) => part.split(' '))
  return Object.fromEntries(
    sizes.map(([file = '', said = '']) => {
      const width = Number.parseInt(said, 10)
      const height = Math.round((own.height * width) / own.width)
      return [`w${width}`, { file, width, height, mime_type: source.type, source_url: siteUrl + file }]
    }),
  )
}
