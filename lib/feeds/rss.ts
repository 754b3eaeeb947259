import { visibleText } from '@/lib/markup/characters'
import { escapeXml } from '@/lib/markup/escape'
import { type Feed, type FeedItem, feedAddress } from './feed'

/** RSS 2.0 (rssboard.org) with the modules that WordPress's feeds have: content, dc, atom, sy, slash, wfw; and media. */
export function rss(feed: Feed): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/"' +
      ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"' +
      ' xmlns:slash="http://purl.org/rss/1.0/modules/slash/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"' +
      ' xmlns:wfw="http://wellformedweb.org/CommentAPI/">',
    '<channel>',
    element('title', feed.title),
    `<atom:link href="${escapeXml(feedAddress(feed, 'rss'))}" rel="self" type="application/rss+xml"/>`,
    ...(feed.hub ? [`<atom:link href="${escapeXml(feed.hub)}" rel="hub"/>`] : []),
    element('link', feed.url),
    element('description', feed.description),
    ...(feed.updatedAt ? [element('lastBuildDate', rfc822(feed.updatedAt))] : []),
    element('language', feed.language),
    element('sy:updatePeriod', 'hourly'),
    element('sy:updateFrequency', '1'),
    element('generator', 'Broadsheet'),
    ...feed.items.map(item),
    '</channel>',
    '</rss>',
    '',
  ].join('\n')
}

function item(entry: FeedItem): string {
  const { comments, image } = entry
  return [
    '<item>',
    element('title', entry.title),
    element('link', entry.url),
    ...(comments ? [element('comments', comments.url)] : []),
    ...entry.creators.map((name) => element('dc:creator', name)),
    element('pubDate', rfc822(entry.publishedAt)),
    ...entry.categories.map((name) => element('category', name)),
    `<guid isPermaLink="false">${escapeXml(entry.guid)}</guid>`,
    element('description', entry.summary),
    `<content:encoded>${cdata(entry.content)}</content:encoded>`,
    ...(comments
      ? [element('wfw:commentRss', comments.feedUrl), element('slash:comments', String(comments.count))]
      : []),
    ...(image ? [media(image)] : []),
    '</item>',
  ].join('\n')
}

function media({ url, type, width, height }: NonNullable<FeedItem['image']>): string {
  const size = width && height ? ` width="${width}" height="${height}"` : ''
  return `<media:content url="${escapeXml(url)}" type="${escapeXml(type)}" medium="image"${size}/>`
}

const element = (name: string, text: string) => `<${name}>${escapeXml(text)}</${name}>`

/** "]]>" would end the section: it is parted over two. */
const cdata = (html: string) => `<![CDATA[${visibleText(html).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`

/** "Sun, 22 Nov 2026 06:30:00 +0000", as feed readers have always been given it. */
const rfc822 = (date: Date) => date.toUTCString().replace('GMT', '+0000')
