import type { z } from 'zod'
import { recordRefused } from '@/lib/audit/mutations'
import { type Database, database } from '@/lib/db'
import { log } from '@/lib/log'
import { type Act, may, type Viewer } from './permissions'
import { type CurrentSession, readSession } from './session'

/** Why a call was not even begun; `signedOut`: what was typed stays where it is, and its writer signs in again. */
export type CallRefused = { ok: false; reason: 'signedOut' | 'forbidden' | 'malformed' }

/**
 * What every call by the newsroom's own script goes through: who it is, whether their role may do such a thing at all, what
 * was sent. The mutation asks once more, of the very object, and writes down what was done.
 */
export async function runCall<Input, Result extends { ok: boolean; reason?: string }>(
  act: Act,
  schema: z.ZodType<Input>,
  sent: unknown,
  run: (input: Input, context: { db: Database; viewer: Viewer; session: CurrentSession; now: Date }) => Promise<Result>,
): Promise<Result | CallRefused> {
  const db = await database()
  const now = new Date()
  const session = await readSession(db, now)
  if (!session) return { ok: false, reason: 'signedOut' }
  const { viewer } = session
  if (!may(viewer, act, 'own')) {
    await recordRefused(db, viewer, { act, details: { reason: 'forbidden' } }, now)
    return { ok: false, reason: 'forbidden' }
  }
  const parsed = schema.safeParse(sent)
  if (!parsed.success) {
    // Our own script sent it: whoever runs the site can tell us.
    log().warn({ act, faults: parsed.error.issues.slice(0, 5) }, 'a call of the newsroom cannot be read')
    return { ok: false, reason: 'malformed' }
  }
  const result = await run(parsed.data, { db, viewer, session, now })
  if (result.reason === 'forbidden') await recordRefused(db, viewer, { act, details: { reason: 'forbidden' } }, now)
  return result
}
