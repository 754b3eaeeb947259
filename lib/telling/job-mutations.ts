import type { Reach } from '@/lib/http/fetch-outside'
import type { Lane } from '@/lib/jobs/lease'
import { hearMention } from './hear-mutations'
import { indexNow, webSub } from './send-mutations'
import { planWebmentions, sendWebmention } from './webmention-mutations'

/** One at a time: each waits for a machine elsewhere, which may be slow. */
const SLOWLY = { atOnce: 1, leaseMs: 60_000 }

/** What this site says to others. */
export const tellingLane = (reach: Reach): Lane => ({
  kinds: {
    'telling.indexNow': indexNow(reach),
    'telling.webSub': webSub(reach),
    'telling.webmentions': planWebmentions,
    'telling.webmention': sendWebmention(reach),
  },
  ...SLOWLY,
})

/** What others say to this site, so that however many they are nothing of ours waits for them. */
export const hearingLane = (reach: Reach): Lane => ({ kinds: { 'mention.hear': hearMention(reach) }, ...SLOWLY })
