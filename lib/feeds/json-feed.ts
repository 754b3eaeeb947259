import { visibleText } from '@/lib/markup/characters'
import { type Feed, type FeedItem, feedAddress } from './feed'

/** JSON Feed 1.1 (jsonfeed.org). */
export function jsonFeed(feed: Feed): string {
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.url,
    feed_url: feedAddress(feed, 'json'),
    ...(feed.description && { description: feed.description }),
    language: feed.language,
    ...(feed.hub && { hubs: [{ type: 'WebSub', url: feed.hub }] }),
    items: feed.items.map(item),
  }
  return `${JSON.stringify(document, (_, value: unknown) => (typeof value === 'string' ? visibleText(value) : value))}\n`
}

function item({ guid, url, title, content, summary, image, publishedAt, changedAt, ...entry }: FeedItem) {
  return {
    id: guid,
    url,
    title,
    content_html: content,
    ...(summary && { summary }),
    ...(image && { image: image.url }),
    date_published: publishedAt.toISOString(),
    date_modified: changedAt.toISOString(),
    ...(entry.creators.length && { authors: entry.creators.map((name) => ({ name })) }),
    ...(entry.categories.length && { tags: entry.categories }),
    language: entry.locale,
  }
}
