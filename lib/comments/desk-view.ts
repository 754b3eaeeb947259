import type { CommentStatus } from '@/generated/sqlite/enums'
import type { Verdict } from './moderation'

/** The lists of the desk, by the name that stands in their address. */
export const VIEWS = { held: 'HELD', approved: 'APPROVED', spam: 'SPAM', trash: 'TRASH' } as const
export type View = keyof typeof VIEWS
export const VIEW_NAMES = Object.keys(VIEWS) as View[]

/** What puts a comment where each list has it: by it a verdict is undone. */
export const VERDICT_OF: Record<View, Verdict> = { held: 'hold', approved: 'approve', spam: 'spam', trash: 'trash' }

export const viewOf = (status: CommentStatus): View => VIEW_NAMES.find((view) => VIEWS[view] === status) ?? 'held'

/** Which list, which comment of it, and whose or which article's alone. */
export type DeskView = {
  view: View
  id: number | null
  /** As typed: an e-mail address, or "#" and a number. */
  find: string
  articleId: number | null
  page: number
}

export type DeskQuery = Record<string, string | string[] | undefined>

const LAST_PAGE = 1_000

/** Nonsense in an address is the list as it begins. */
export function readDeskView(query: DeskQuery): DeskView {
  const text = (name: string) => {
    const value = query[name]
    return (Array.isArray(value) ? value[0] : value) ?? ''
  }
  const number = (name: string) => (/^[1-9]\d{0,8}$/.test(text(name)) ? Number(text(name)) : null)
  return {
    view: VIEW_NAMES.find((name) => name === text('view')) ?? 'held',
    id: number('id'),
    find: text('find').trim().slice(0, 254),
    articleId: number('article'),
    page: Math.min(number('page') ?? 1, LAST_PAGE),
  }
}

/** The address of a view, without what is as it begins. */
export function deskPath(
  { view, id, find, articleId, page }: Partial<DeskView>,
  more: Record<string, string> = {},
): string {
  const query = new URLSearchParams({
    ...(view && view !== 'held' && { view }),
    ...(find && { find }),
    ...(articleId && { article: String(articleId) }),
    ...(page && page > 1 && { page: String(page) }),
    ...(id && { id: String(id) }),
    ...more,
  })
  return `/admin/comments/${query.size ? `?${query}` : ''}`
}

/** Why nobody but a person may decide: what the rules saw (lib/comments/moderation.ts), as far as it can still be seen. */
export type Sign = { kind: 'firstComment' } | { kind: 'links'; count: number } | { kind: 'knownSpammer'; count: number }

export function signsOf(facts: { links: number; approved: number; spam: number; holdLinks: number }): Sign[] {
  const signs: Sign[] = []
  if (facts.approved === 0) signs.push({ kind: 'firstComment' })
  if (facts.links >= facts.holdLinks) signs.push({ kind: 'links', count: facts.links })
  if (facts.spam > 0) signs.push({ kind: 'knownSpammer', count: facts.spam })
  return signs
}
