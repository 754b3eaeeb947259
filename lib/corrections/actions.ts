'use server'

import { z } from 'zod'
import { runAction } from '@/lib/auth/action'
import { addCorrection, type CorrectionResult, changeCorrection, removeCorrection } from './mutations'

const id = z.coerce.number<string>().int().positive()
const seen = { id, version: id }
const note = {
  kind: z.enum(['CORRECTION', 'CLARIFICATION', 'UPDATE']),
  text: z
    .string()
    .transform((typed) => typed.toWellFormed().replaceAll('\0', '').trim())
    .pipe(z.string().min(1, 'textMissing').max(2_000, 'correctionLong')),
}
const act = 'articles.correct'

/** What came of it, and the page about the article's corrections again. */
const outcome = (result: CorrectionResult, id: number, done: string) =>
  result.ok ? { ok: true as const, done } : { ok: false as const, reason: result.reason, object: `article:${id}` }

export async function addCorrectionAction(form: FormData): Promise<void> {
  const reportId = z.string().transform((text) => Number(text) || null)
  const schema = z.object({ ...seen, ...note, reportId })
  await runAction({ form: 'add', act, schema }, form, async (input, { db, session, now }) => {
    const { id, version, kind, text, reportId } = input
    const given = { id, version, note: { kind, text }, reportId }
    return outcome(await addCorrection(db, given, session.viewer, now), id, 'added')
  })
}

/** Words one anew, or takes it off. */
export async function changeCorrectionAction(form: FormData): Promise<void> {
  const which = { ...seen, correctionId: id }
  const change = z.object({ ...which, ...note, do: z.literal('change') })
  const remove = z.object({ ...which, do: z.literal('remove') })
  const schema = z.discriminatedUnion('do', [change, remove])
  await runAction({ form: 'change', act, schema }, form, async (input, { db, session, now }) => {
    if (input.do === 'remove') {
      return outcome(await removeCorrection(db, input, session.viewer, now), input.id, 'removed')
    }
    const { id, version, kind, text, correctionId } = input
    const given = { id, version, note: { kind, text }, correctionId }
    return outcome(await changeCorrection(db, given, session.viewer, now), id, 'changed')
  })
}
