import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { recordRefused } from '@/lib/audit/mutations'
import { type Database, database } from '@/lib/db'
import { pageContext } from '@/lib/page-context'
import { type FormState, valuesOf } from './form-state'
import { loginPath } from './next-path'
import type { PasswordFault } from './password'
import { type Act, asksAgain, may } from './permissions'
import { type CurrentSession, readSession } from './session'

export type ActionContext = { db: Database; session: CurrentSession; now: Date }

/** `about`: what stands in the way, where there is such a thing. */
export type Refused = {
  ok: false
  reason: string
  until?: Date
  fault?: PasswordFault
  object?: string
  about?: string
}
/** What came of an act: a word for what was done, what is shown this once, or where to go from here. */
type Outcome = { ok: true; done?: string; shown?: FormState['shown']; to?: string } | Refused

/**
 * What every action of the newsroom goes through, in one order: who it is, whether their role may do such a thing at all,
 * whether they must say again who they are, what was sent, the mutation (which asks once more, of this very object), and the
 * answer. What is refused is in the audit log with its reason; what is done the mutation itself has written there.
 */
export async function runAction<Input>(
  { form: name, act, schema }: { form: string; act: Act; schema: z.ZodType<Input> },
  form: FormData,
  run: (input: Input, context: ActionContext) => Promise<Outcome>,
): Promise<void> {
  const db = await database()
  const now = new Date()
  const here = pageContext()?.url ?? '/admin/'
  const session = await readSession(db, now)
  if (!session) redirect(loginPath(here))
  const { viewer } = session
  if (!may(viewer, act, 'own')) {
    await recordRefused(db, viewer, { act, details: { reason: 'forbidden' } }, now)
    return leave(name, form, { error: 'forbidden' }, 403)
  }
  if (asksAgain(act, session.confirmedAt, now)) redirect(`/admin/confirm/?next=${encodeURIComponent(here)}`)
  const parsed = schema.safeParse(Object.fromEntries(form))
  if (!parsed.success) return leave(name, form, { error: 'look', errors: errorsOf(parsed.error) }, 422)
  const outcome = await run(parsed.data, { db, session, now })
  if (!outcome.ok) {
    await recordRefused(db, viewer, { act, object: outcome.object ?? '', details: { reason: outcome.reason } }, now)
    return leaveRefused(name, form, outcome)
  }
  if (outcome.to !== undefined) redirect(outcome.to)
  leave(name, null, { ...(outcome.done && { done: outcome.done }), ...(outcome.shown && { shown: outcome.shown }) })
}

const STATUSES: Record<string, 403 | 429> = { forbidden: 403, wait: 429 }

/** Says on the page, drawn in the same request, why something was not done. */
export function leaveRefused(name: string, form: FormData, { reason, until, fault, about }: Refused): void {
  const error = fault ? 'look' : reason
  const errors = fault ? { password: `password${fault[0]?.toUpperCase()}${fault.slice(1)}` } : {}
  leave(name, form, { error, errors, ...(until && { until }), ...(about && { about }) }, STATUSES[reason] ?? 422)
}

/** Leaves what came of a form for the page that is drawn in answer to it, in the same request. */
export function leave(name: string, form: FormData | null, state: Partial<FormState>, status?: 403 | 422 | 429): void {
  const context = pageContext()
  if (!context) throw new Error('a form was answered where there is no door to say so')
  if (status) context.status = status
  context.form = { form: name, errors: {}, values: form ? valuesOf(form) : {}, ...state }
  // Next's script draws the page anew only where it is told to.
  refresh()
}

/** The first thing that is wrong with each field. */
export function errorsOf(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const { path, message } of error.issues) {
    const field = String(path[0] ?? '')
    // Our own messages are keys of words; anything else was not thought of.
    errors[field] ??= /^[a-zA-Z]+$/.test(message) ? message : 'fieldWrong'
  }
  return errors
}
