import type { ArticleStatus } from '@/generated/sqlite/enums'

/** What decides whether an imported post may be public. */
export type WordpressStanding = {
  /** WordPress's own word: "publish", "private" … */
  status: string
  /** True for a post that asks for a password. */
  locked: boolean
  /** When it was, or is to be, published; null where the export does not say. */
  date: Date | null
}

/** `why` is a line of the report, where the status here is a guess or says less than the one there. */
export type ImportedStanding = { status: ArticleStatus; trashed: boolean; why: string | null }

/**
 * The status that a post is imported with. Public is only what was published there without a password; whatever is
 * doubtful is a draft. Null: nothing to import (drafts that WordPress made by itself).
 */
export function statusOf({ status, locked, date }: WordpressStanding, now: Date): ImportedStanding | null {
  if (status === 'auto-draft' || status === 'inherit') return null
  if (status === 'trash') return { status: 'DRAFT', trashed: true, why: null }
  if (locked) return draft(`${status} with a password: a draft here, because there are no passwords`)
  switch (status) {
    case 'publish':
      return { status: 'PUBLISHED', trashed: false, why: null }
    case 'pending':
      return { status: 'IN_REVIEW', trashed: false, why: null }
    case 'future':
      if (date && date > now) return { status: 'SCHEDULED', trashed: false, why: null }
      return draft('scheduled for a moment that has passed: a draft, because nobody has read it since')
    case 'draft':
      return draft(null)
    case 'private':
      return draft('private: a draft, which readers do not see either')
    default:
      return draft(`status “${status}”: a draft, because nothing is known of it`)
  }
}

function draft(why: string | null): ImportedStanding {
  return { status: 'DRAFT', trashed: false, why }
}
