import type { CommentStatus } from '@/generated/sqlite/enums'
import type { CommentSettings } from '@/lib/site/settings'

/** What is known when a comment comes in. */
export type Arrival = {
  /** The form came from a page of ours. */
  tokenGood: boolean
  /** The field that no person sees was filled in. */
  trapped: boolean
  links: number
  /** There is an approved comment under the same name and e-mail address. */
  known: boolean
}

/**
 * The status a comment begins with. A machine's is spam; whatever leaves a doubt is held, never refused: a person reads
 * it.
 */
export function firstStatus(arrival: Arrival, settings: CommentSettings): CommentStatus {
  if (arrival.trapped) return 'SPAM'
  if (!arrival.tokenGood || settings.holdEverything || arrival.links >= settings.holdLinks) return 'HELD'
  return settings.holdFirst && !arrival.known ? 'HELD' : 'APPROVED'
}

export type Verdict = 'approve' | 'hold' | 'spam' | 'trash'

const STATUS: Record<Verdict, CommentStatus> = { approve: 'APPROVED', hold: 'HELD', spam: 'SPAM', trash: 'TRASH' }

/** The status a verdict gives; null where the comment has it already. */
export function statusAfter(status: CommentStatus, verdict: Verdict): CommentStatus | null {
  return STATUS[verdict] === status ? null : STATUS[verdict]
}
