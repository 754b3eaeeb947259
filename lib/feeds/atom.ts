import { escapeXml } from '@/lib/markup/escape'
import { type Feed, type FeedItem, feedAddress } from './feed'

/** Atom (RFC 4287) with the threads of RFC 4685. */
export function atom(feed: Feed): string {
  const self = feedAddress(feed, 'atom')
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0"' +
      ` xml:lang="${escapeXml(feed.language)}">`,
    element('title', feed.title),
    ...(feed.description ? [element('subtitle', feed.description)] : []),
    element('id', self),
    // A feed without entries has to say a time too.
    element('updated', (feed.updatedAt ?? new Date(0)).toISOString()),
    link('alternate', 'text/html', feed.url),
    link('self', 'application/atom+xml', self),
    ...(feed.hub ? [`<link rel="hub" href="${escapeXml(feed.hub)}"/>`] : []),
    '<generator>Broadsheet</generator>',
    // Of an entry that names nobody.
    `<author>${element('name', feed.title)}</author>`,
    ...feed.items.map(entry),
    '</feed>',
    '',
  ].join('\n')
}

function entry(item: FeedItem): string {
  const { comments } = item
  return [
    `<entry xml:lang="${escapeXml(item.locale)}">`,
    element('title', item.title),
    ...item.creators.map((name) => `<author>${element('name', name)}</author>`),
    element('id', idOf(item.guid)),
    element('published', item.publishedAt.toISOString()),
    element('updated', item.changedAt.toISOString()),
    link('alternate', 'text/html', item.url),
    ...item.categories.map((name) => `<category term="${escapeXml(name)}"/>`),
    element('summary', item.summary),
    `<content type="html">${escapeXml(item.content)}</content>`,
    ...(comments
      ? [
          `<link rel="replies" type="text/html" href="${escapeXml(comments.url)}" thr:count="${comments.count}"/>`,
          `<link rel="replies" type="application/atom+xml" href="${escapeXml(`${comments.feedUrl}atom/`)}" thr:count="${comments.count}"/>`,
        ]
      : []),
    '</entry>',
  ].join('\n')
}

/** An imported one may be any text; Atom wants an address. */
const idOf = (guid: string) => (URL.canParse(guid) ? guid : `urn:guid:${encodeURIComponent(guid.toWellFormed())}`)

const element = (name: string, text: string) => `<${name}>${escapeXml(text)}</${name}>`
const link = (rel: string, type: string, href: string) =>
  `<link rel="${rel}" type="${type}" href="${escapeXml(href)}"/>`
