import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WxrParser } from '@/lib/wordpress/wxr-parser'
import type { WxrItem, WxrRecord } from '@/lib/wordpress/wxr-record'

/** Elements by their name as WordPress writes it; the value is what stands in them. */
type Elements = Record<string, string | number>

export type WxrPost = {
  fields?: Elements
  /** [domain, nicename, name] */
  terms?: [string, string, string][]
  meta?: [string, string][]
  comments?: Elements[]
}

export type WxrExport = {
  channel?: Elements
  /** Each the elements of one author, category, tag or term, without "wp:". */
  authors?: Elements[]
  categories?: Elements[]
  tags?: Elements[]
  terms?: Elements[]
  /** Each the XML of one item: what `post` and `comment` below make. */
  items?: string[]
}

export const SITE = 'https://old.ellerhaven.example'

const cdata = (text: string | number) => `<![CDATA[${String(text).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
const elements = (all: Elements, prefix = '') =>
  Object.entries(all)
    .map(([name, text]) => `<${prefix}${name}>${cdata(text)}</${prefix}${name}>\n`)
    .join('')

/** An item as WordPress writes it: a post that was published in the winter of 2024 unless `fields` say otherwise. */
export function item(id: number, { fields = {}, terms = [], meta = [], comments = [] }: WxrPost = {}): string {
  const slug = fields['wp:post_name'] ?? `tide-${id}`
  const usual: Elements = {
    title: `Tide ${id}`,
    link: `${SITE}/${slug}/`,
    pubDate: 'Mon, 15 Jan 2024 09:00:00 +0000',
    'dc:creator': 'maren',
    guid: `${SITE}/?p=${id}`,
    'content:encoded': `The harbour at half past ${id}.`,
    'excerpt:encoded': '',
    'wp:post_id': id,
    'wp:post_date': '2024-01-15 10:00:00',
    'wp:post_date_gmt': '2024-01-15 09:00:00',
    'wp:post_modified': '2024-01-15 10:00:00',
    'wp:post_modified_gmt': '2024-01-15 09:00:00',
    'wp:comment_status': 'open',
    'wp:post_name': slug,
    'wp:status': 'publish',
    'wp:post_parent': 0,
    'wp:menu_order': 0,
    'wp:post_type': 'post',
    'wp:post_password': '',
    'wp:is_sticky': 0,
  }
  return `<item>
${elements({ ...usual, ...fields })}${terms.map(([domain, nicename, name]) => `<category domain="${domain}" nicename="${nicename}">${cdata(name)}</category>\n`).join('')}${meta
  .map(([key, value]) => `<wp:postmeta>\n${elements({ meta_key: key, meta_value: value }, 'wp:')}</wp:postmeta>\n`)
  .join('')}${comments.map((one) => `<wp:comment>\n${elements(one, 'wp:comment_')}</wp:comment>\n`).join('')}</item>\n`
}

/** The elements of an approved comment, without "wp:comment_". */
export function comment(id: number, over: Elements = {}): Elements {
  return {
    id,
    author: `Reader ${id}`,
    author_email: `reader-${id}@ellerhaven.example`,
    author_url: '',
    author_IP: '192.0.2.7',
    date: '2024-01-16 10:00:00',
    date_gmt: '2024-01-16 09:00:00',
    content: `I saw it, said ${id}.`,
    approved: 1,
    type: 'comment',
    parent: 0,
    ...over,
  }
}

/** A whole export. */
export function wxr(all: WxrExport = {}): string {
  const channel: Elements = {
    title: 'Ellerhaven Post',
    link: SITE,
    description: 'News of the harbour',
    pubDate: 'Fri, 01 Mar 2024 08:00:00 +0000',
    language: 'en-GB',
    'wp:wxr_version': '1.2',
    'wp:base_site_url': SITE,
    'wp:base_blog_url': SITE,
    ...all.channel,
  }
  const parts = (name: string, list: Elements[] = []) =>
    list.map((one) => `<wp:${name}>\n${elements(one, 'wp:')}</wp:${name}>\n`).join('')
  return `<?xml version="1.0" encoding="UTF-8" ?>
<!-- generator="WordPress/6.6" -->
<rss version="2.0"
  xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
  xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
${elements(channel)}${parts('author', all.authors)}${parts('category', all.categories)}${parts('tag', all.tags)}${parts('term', all.terms)}${(all.items ?? []).join('')}</channel>
</rss>
`
}

/** Writes an export (or whatever `content` is) into a new folder, and answers its path. */
export function exportFile(content: string | Uint8Array, name = 'export.xml'): string {
  const file = join(mkdtempSync(join(tmpdir(), 'broadsheet-wxr-')), name)
  writeFileSync(file, content)
  return file
}

export function recordsOf(xml: string): WxrRecord[] {
  const parser = new WxrParser()
  return [...parser.write(xml), ...parser.end()]
}

/** The item that `item()` makes, as the reader gives it. */
export function readItem(...args: Parameters<typeof item>): WxrItem {
  const record = recordsOf(wxr({ items: [item(...args)] })).find(({ kind }) => kind === 'item')
  if (record?.kind !== 'item') throw new Error('no item was read')
  return record.item
}
