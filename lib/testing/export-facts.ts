import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** An item as its text says it, found without the reader of the import: so that one can be held against the other. */
export type ExportItem = {
  type: string
  status: string
  locked: boolean
  link: string
  slug: string
  /** "2014-11-02 12:00:00", as clocks at the site showed it. */
  date: string
  comments: { type: string; approved: string }[]
}

export type ExportFacts = { items: ExportItem[]; authors: number; categories: number; tags: number }

/** Of an export that WordPress itself wrote: each element on its own line. */
export function exportFacts(file: string): ExportFacts {
  const xml = gunzipSync(readFileSync(file)).toString()
  const [channel = '', ...items] = xml.split(/^\t*<item>$/m)
  return {
    items: items.map(itemOf),
    authors: channel.split('<wp:author>').length - 1,
    categories: channel.split('<wp:category>').length - 1,
    tags: channel.split('<wp:tag>').length - 1,
  }
}

function itemOf(xml: string): ExportItem {
  // An element in the text of a post is escaped or within CDATA; what WordPress says of the post begins a line.
  const [own = '', ...comments] = xml.split(/^\t*<wp:comment>$/m)
  return {
    type: textOf(own, 'wp:post_type'),
    status: textOf(own, 'wp:status'),
    locked: textOf(own, 'wp:post_password') !== '',
    link: textOf(own, 'link'),
    slug: textOf(own, 'wp:post_name'),
    date: textOf(own, 'wp:post_date'),
    comments: comments.map((comment) => ({
      type: textOf(comment, 'wp:comment_type'),
      approved: textOf(comment, 'wp:comment_approved'),
    })),
  }
}

function textOf(xml: string, name: string): string {
  const found = new RegExp(`^\\t*<${name}>(?:<!\\[CDATA\\[)?(.*?)(?:\\]\\]>)?</${name}>$`, 'm').exec(xml)
  return found?.[1] ?? ''
}
