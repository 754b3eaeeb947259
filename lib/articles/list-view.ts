import type { ArticleStatus } from '@/generated/sqlite/enums'
import { canonicalLocale, languageOf } from '@/lib/i18n/locale'

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

/** Those that are a status; the others may be asked for one. */
export const STATUS_OF: Partial<Record<ArticleView, ArticleStatus>> = {
  drafts: 'DRAFT',
  review: 'IN_REVIEW',
  scheduled: 'SCHEDULED',
  published: 'PUBLISHED',
  withdrawn: 'WITHDRAWN',
}
export const STATUSES = ['DRAFT', 'IN_REVIEW', 'SCHEDULED', 'PUBLISHED', 'WITHDRAWN'] as const satisfies ArticleStatus[]

export type ArticleList = {
  view: ArticleView
  words: string
  page: number
  status: ArticleStatus | null
  authorId: number | null
  categoryId: number | null
  /** "ar" of all that is in Arabic. */
  language: string | null
}
export type ListQuery = Record<string, string | string[] | undefined>

const LAST_PAGE = 10_000
const LONGEST = 200

/** Nonsense in an address is the list as it begins. */
export function readArticleList(query: ListQuery): ArticleList {
  const text = (name: string) => {
    const value = query[name]
    return (Array.isArray(value) ? value[0] : value) ?? ''
  }
  const number = (name: string) => (/^[1-9]\d{0,8}$/.test(text(name)) ? Number(text(name)) : null)
  const view = ARTICLE_VIEWS.find((name) => name === text('view')) ?? 'all'
  return {
    view,
    words: text('words').toWellFormed().replaceAll('\0', '').trim().slice(0, LONGEST),
    page: Math.min(number('page') ?? 1, LAST_PAGE),
    status: STATUS_OF[view] ? null : (STATUSES.find((name) => name === text('status')) ?? null),
    authorId: number('author'),
    categoryId: number('category'),
    language: canonicalLocale(text('language')) ? languageOf(text('language')) : null,
  }
}

export function articleListPath(list: Partial<ArticleList>): string {
  const { view, words, page, status, authorId, categoryId, language } = list
  const query = new URLSearchParams({
    ...(view && view !== 'all' && { view }),
    ...(words && { words }),
    ...(status && { status }),
    ...(authorId && { author: String(authorId) }),
    ...(categoryId && { category: String(categoryId) }),
    ...(language && { language }),
    ...(page && page > 1 && { page: String(page) }),
  })
  return `/admin/articles/${query.size ? `?${query}` : ''}`
}

/** The list with an article's fields below its line. */
export function quickPath(list: Partial<ArticleList>, id: number): string {
  const path = articleListPath(list)
  return `${path}${path.includes('?') ? '&' : '?'}quick=${id}`
}

/** Which article's, where the address says one. */
export const readQuick = ({ quick }: ListQuery): number | null =>
  typeof quick === 'string' && /^[1-9]\d{0,8}$/.test(quick) ? Number(quick) : null

/** True where not all of a view is shown. */
export const isFiltered = ({ words, status, authorId, categoryId, language }: ArticleList): boolean =>
  words !== '' || status !== null || authorId !== null || categoryId !== null || language !== null
