/** As many as a page of a long discussion shows; shorter ones stand whole beside their article. */
export const COMMENTS_ON_A_PAGE = 100

type Node = { id: number; replies: Node[] }

/**
 * The ids of a discussion's threads, in the order they are drawn, parted into pages of at most `size`. A thread stays
 * whole unless it alone is longer than a page. At least one page.
 */
export function partThreads(threads: readonly Node[], size = COMMENTS_ON_A_PAGE): number[][] {
  const pages: number[][] = []
  let page: number[] = []
  const turn = () => {
    if (page.length) pages.push(page)
    page = []
  }
  for (const thread of threads) {
    const ids = idsOf(thread)
    if (page.length + ids.length > size) turn()
    for (const id of ids) {
      if (page.length === size) turn()
      page.push(id)
    }
  }
  turn()
  return pages.length ? pages : [[]]
}

const idsOf = ({ id, replies }: Node): number[] => [id, ...replies.flatMap(idsOf)]
