import type { ReportStatus } from '@/generated/sqlite/enums'
import type { Arrival } from '@/lib/comments/moderation'
import type { CommentSettings } from '@/lib/site/settings'

/** Who decided where nobody did. */
export const BY_RULE = 'rule'

/**
 * True for a report that no person sent: like such a comment it goes aside. Whatever leaves a doubt an editor reads, also
 * from a page that stood open for a month.
 */
export function isMachines(
  { trapped, tokenGood, links }: Omit<Arrival, 'known'>,
  { holdLinks }: Pick<CommentSettings, 'holdLinks'>,
): boolean {
  return trapped || (!tokenGood && links >= holdLinks)
}

export type ReportVerdict = 'reopen' | 'dismiss' | 'settle'

/** "settle": it was answered, or needs no answer, because something came of it. */
const STATUS: Record<ReportVerdict, ReportStatus> = { reopen: 'OPEN', dismiss: 'DISMISSED', settle: 'ANSWERED' }

/** The status a verdict gives; null where the report has it already. */
export function reportStatusAfter(status: ReportStatus, verdict: ReportVerdict): ReportStatus | null {
  return STATUS[verdict] === status ? null : STATUS[verdict]
}
