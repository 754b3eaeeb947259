'use server'

import { redirect } from 'next/navigation'
import { valuesOf } from '@/lib/auth/form-state'
import { database } from '@/lib/db'
import { readUserAgent } from '@/lib/http/cookies'
import { pageContext } from '@/lib/page-context'
import { getSiteFacts } from '@/lib/site/facts'
import { sendReport } from './mutations'
import { reportSentPath } from './paths'
import { parseReport, type ReportError, type ReportField } from './report'

const STATUS = { flood: 429, missing: 422 } as const

/** "Send the report". A plain form's action: what is refused the page gives back, drawn in the same request. */
export async function sendReportAction(form: FormData): Promise<void> {
  const parsed = parseReport(form)
  if (!parsed.ok) return refuse(form, 422, parsed.errors)
  const db = await database()
  const { comments } = await getSiteFacts(db)
  const sender = { address: pageContext()?.clientAddress ?? '', userAgent: await readUserAgent() }
  const result = await sendReport(db, parsed.report, sender, comments, new Date())
  if (!result.ok) return refuse(form, STATUS[result.reason], { '': result.reason })
  redirect(reportSentPath(parsed.report.articleId))
}

function refuse(form: FormData, status: 422 | 429, errors: Partial<Record<ReportField | '', ReportError>>): void {
  const context = pageContext()
  if (!context) throw new Error('a report was refused where there is no door to say so')
  context.status = status
  context.refusedReport = { values: valuesOf(form), errors }
}
