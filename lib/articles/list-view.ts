/** The newsroom's lists of articles, by the name in their address. */
export const ARTICLE_VIEWS = [
  'all',
  'mine',
  'drafts',
  'review',
  'scheduled',
  'published',
  'withdrawn',
  'pages',
  'trash',
] as const
export type ArticleView = (typeof ARTICLE_VIEWS)[number]

export type ArticleList = { view: ArticleView; words: string; page: number }
export type ListQuery = Record<string, string | string[] | undefined>

const LAST_PAGE = 10_000
const LONGEST = 200

/** Nonsense in an address is the list as it begins. */
export function readArticleList(query: ListQuery): ArticleList {
  const text = (name: string) => {
    const value = query[name]
    return (Array.isArray(value) ? value[0] : value) ?? ''
  }
  const page = /^[1-9]\d{0,4}$/.test(text('page')) ? Number(text('page')) : 1
  return {
    view: ARTICLE_VIEWS.find((name) => name === text('view')) ?? 'all',
    words: text('words').toWellFormed().replaceAll('\0', '').trim().slice(0, LONGEST),
    page: Math.min(page, LAST_PAGE),
  }
}

export function articleListPath({ view, words, page }: Partial<ArticleList>): string {
  const query = new URLSearchParams({
    ...(view && view !== 'all' && { view }),
    ...(words && { words }),
    ...(page && page > 1 && { page: String(page) }),
  })
  return `/admin/articles/${query.size ? `?${query}` : ''}`
}
