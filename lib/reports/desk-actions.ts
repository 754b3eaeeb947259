'use server'

import { z } from 'zod'
import { runAction } from '@/lib/auth/action'
import { pageContext } from '@/lib/page-context'
import { answerReport, decideReport } from './desk-mutations'
import { readReportView, reportDeskPath } from './desk-view'

const id = z.coerce.number().int().positive()

/** The list that the form stood in, so that the next report opens by itself. */
function nextOne(): string {
  const url = new URL(pageContext()?.url ?? '/admin/reports/', 'http://site.invalid')
  return reportDeskPath({ ...readReportView(Object.fromEntries(url.searchParams)), id: null })
}

export async function decideReportAction(form: FormData): Promise<void> {
  const schema = z.object({ id, verdict: z.enum(['reopen', 'dismiss', 'settle']) })
  await runAction({ form: 'decide', act: 'reports.decide', schema }, form, async (input, { db, session, now }) => {
    const result = await decideReport(db, input, session.viewer, now)
    return result.ok ? { ok: true, to: nextOne() } : { ...result, object: `report:${input.id}` }
  })
}

export async function answerReportAction(form: FormData): Promise<void> {
  const text = z.string().trim().min(1, 'textMissing').max(20_000, 'textLong')
  const schema = z.object({ id, text })
  await runAction({ form: 'answer', act: 'reports.answer', schema }, form, async (input, { db, session, now }) => {
    const result = await answerReport(db, input, session.viewer, now)
    return result.ok ? { ok: true, done: 'answered' } : { ...result, object: `report:${input.id}` }
  })
}
