import { replyToken } from '@/lib/comments/token'
import type { Database } from '@/lib/db'
import { sendReport } from '@/lib/reports/mutations'
import type { Report } from '@/lib/reports/report'
import { commentSettingsSchema } from '@/lib/site/settings'

const settings = commentSettingsSchema.parse({})
let readers = 0

/** A report as a reader's form sends it, from an address that nobody has used before unless the test says one. */
export function report(
  db: Database,
  articleId: number,
  now: Date,
  { address, ...over }: Partial<Report> & { address?: string } = {},
) {
  readers++
  const plain = { articleId, sentence: 'A paragraph.', text: `It was not so (${readers}).`, email: '', trapped: false }
  const sender = { address: address ?? `198.51.100.${readers}`, userAgent: 'Browser' }
  return sendReport(db, { ...plain, token: replyToken(articleId, now), ...over }, sender, settings, now)
}
