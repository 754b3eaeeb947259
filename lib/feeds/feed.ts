export type FeedFormat = 'rss' | 'atom' | 'json'

export type FeedItem = {
  title: string
  /** Absolute. */
  url: string
  /** Never changes, whatever becomes of the address. */
  guid: string
  publishedAt: Date
  /** When its text last changed. */
  changedAt: Date
  /** Names, in the order of the byline. */
  creators: string[]
  /** Categories and tags by name. */
  categories: string[]
  locale: string
  /** Plain text. */
  summary: string
  /** HTML with absolute addresses. */
  content: string
  /** Null where nothing can be said, and nothing was. */
  comments: { url: string; feedUrl: string; count: number } | null
  image: { url: string; type: string; width: number | null; height: number | null } | null
}

export type Feed = {
  title: string
  /** Of the page it belongs to, absolute. */
  url: string
  /** Absolute, without the format: "https://news.example/tag/x/feed/". */
  feedUrl: string
  /** What stands behind the address: "?q=words", of a search. */
  query: string
  description: string
  language: string
  /** Who is told when it changes, and tells those who wait for it; null: nobody. */
  hub: string | null
  /** Null while there is nothing in it. */
  updatedAt: Date | null
  items: FeedItem[]
}

/** Where a feed lives in each of its formats. */
export const feedAddress = ({ feedUrl, query }: Pick<Feed, 'feedUrl' | 'query'>, format: FeedFormat): string =>
  feedUrl + (format === 'rss' ? '' : `${format}/`) + query

/** The latest change of what is in it. */
export function latestOf(items: { publishedAt: Date; changedAt: Date }[]): Date | null {
  if (!items.length) return null
  return new Date(
    Math.max(...items.flatMap(({ publishedAt, changedAt }) => [publishedAt.getTime(), changedAt.getTime()])),
  )
}
