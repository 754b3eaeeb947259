'use server'

import { z } from 'zod'
import { runAction } from '@/lib/auth/action'
import { decideJob } from './desk-mutations'

/** "Try again" and "Dismiss" beside a job that failed. */
export async function decideJobAction(form: FormData): Promise<void> {
  const schema = z.object({
    id: z.coerce.number<string>().int().positive(),
    decision: z.enum(['retried', 'dismissed']),
  })
  await runAction({ form: 'job', act: 'jobs.retry', schema }, form, async (input, { db, session, now }) => {
    const result = await decideJob(db, input, session.viewer, now)
    return result.ok ? { ok: true, done: input.decision } : { ...result, object: `job:${input.id}` }
  })
}
