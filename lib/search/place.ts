/**
 * An article's place in the order of publication, as one number that also tells its id: the minute since 1800 above 25 bits
 * of id. A full-text index gives its rows in the order of this number, so the newest come first without sorting. Below
 * 2^53 until the year 2310, for ids below 33 million.
 */
export function placeOf(publishedAt: Date, articleId: number): number {
  if (articleId >= IDS) throw new RangeError(`article ${articleId}: the search index has room for ids below ${IDS}`)
  const minute = Math.floor((publishedAt.getTime() - BEGIN) / 60_000)
  return Math.min(Math.max(minute, 0), LAST_MINUTE) * IDS + articleId
}

export const articleIdAt = (place: number): number => place % IDS

const IDS = 2 ** 25
const LAST_MINUTE = 2 ** 28 - 1
const BEGIN = Date.UTC(1800, 0, 1)
