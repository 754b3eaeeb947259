/** One to check also, three related. */
export const RELATED = 4

/** The first `count` of `articles`; those that the page leads to already, as its neighbours, come last. */
export function chooseRelated<T extends { path: string }>(
  articles: readonly T[],
  neighbours: readonly ({ path: string } | null)[],
  count: number,
): T[] {
  const isNeighbour = ({ path }: T) => neighbours.some((neighbour) => neighbour?.path === path)
  return [...articles.filter((article) => !isNeighbour(article)), ...articles.filter(isNeighbour)].slice(0, count)
}
