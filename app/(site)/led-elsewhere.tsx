import { GonePage } from '@/components/site/gone-page'
import { answerWith } from '@/lib/answer-with'
import { isLed } from '@/lib/page-context'
import type { Lead } from '@/lib/redirects/queries'
import type { PageStart } from '@/lib/site/page-frame'

/** The answer at an address that a redirect is about. */
export function LedElsewhere({ start, lead }: { start: PageStart; lead: Lead }) {
  isLed(lead.id)
  if (lead.status === 410) {
    answerWith(410)
    return <GonePage frame={start.frame()} />
  }
  answerWith(lead.status, lead.location)
  return null
}
