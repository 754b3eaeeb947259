export type MonthCount = { month: number; articles: number }

/**
 * Where page `page` of a list begins: the month whose last day to read from, newest first, and how many articles of it
 * to pass over. So no query passes over more than one month's articles, whatever the page.
 * `months` newest first. Null past the last page.
 */
export function pageStart(
  months: readonly MonthCount[],
  page: number,
  pageSize: number,
): { month: number; skip: number } | null {
  let before = (page - 1) * pageSize
  for (const { month, articles } of months) {
    if (before < articles) return { month, skip: before }
    before -= articles
  }
  return null
}

/** Pages that `total` articles fill; an empty list has one. */
export const pageCount = (total: number, pageSize: number): number => Math.max(1, Math.ceil(total / pageSize))
