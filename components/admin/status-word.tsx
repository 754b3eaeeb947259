import type { ArticleStatus } from '@/generated/sqlite/enums'
import type { WritingWords } from '@/lib/i18n/writing-words'

const DISC: Record<ArticleStatus, string> = {
  DRAFT: 'draft',
  IN_REVIEW: 'review',
  SCHEDULED: 'scheduled',
  PUBLISHED: 'published',
  WITHDRAWN: 'withdrawn',
}

/** The disc that fills as an article nears its readers, with its word. */
export function StatusWord(props: { words: WritingWords; status: ArticleStatus; hasChanges: boolean }) {
  const { words, status, hasChanges } = props
  return (
    <span className="status" data-status={hasChanges && status === 'PUBLISHED' ? 'changed' : DISC[status]}>
      {words.statuses[status]}
      {hasChanges ? <span className="unseen"> {words.withChanges}</span> : null}
    </span>
  )
}
