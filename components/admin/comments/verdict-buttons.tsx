import { VERDICT_OF, type View } from '@/lib/comments/desk-view'
import type { Verdict } from '@/lib/comments/moderation'
import type { AdminWords } from '@/lib/i18n/admin-words'

const VERDICTS: { verdict: Verdict; key: string }[] = [
  { verdict: 'approve', key: 'A' },
  { verdict: 'hold', key: 'H' },
  { verdict: 'spam', key: 'S' },
  { verdict: 'trash', key: 'T' },
]

/** What can be decided about a comment of this list; the first is the usual one. `keys`: they answer to their letters. */
export function VerdictButtons({ words, view, keys = false }: { words: AdminWords; view: View; keys?: boolean }) {
  const offered = VERDICTS.filter(({ verdict }) => verdict !== VERDICT_OF[view])
  return offered.map(({ verdict, key }, i) => (
    <button
      key={verdict}
      className={keys && i === 0 ? 'button primary' : 'button'}
      type="submit"
      name="verdict"
      value={verdict}
      data-key={keys ? key.toLowerCase() : undefined}
      aria-keyshortcuts={keys ? key : undefined}
    >
      {words.commentsPage.verdicts[verdict]} {keys ? <kbd>{key}</kbd> : null}
    </button>
  ))
}
