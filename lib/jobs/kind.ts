import type { z } from 'zod'
import type { Database, Tx } from '@/lib/db'

/**
 * How one kind of job is done. `work` is for what no transaction can hold (mail, files): it may happen more than once,
 * when its process dies before it is noted. `finish` happens exactly once, in the transaction that notes the job as done.
 */
export type JobKind<Payload> = {
  payload: z.ZodType<Payload>
  work?(db: Database, payload: Payload): Promise<void>
  finish?(tx: Tx, payload: Payload, now: Date): Promise<void>
  /** Asked for again by itself, so long after it was done. */
  everyMs?: number
}

/** A kind with its payload checked: what a runner holds of all kinds alike. */
export type AnyJobKind = {
  work?(db: Database, payload: unknown): Promise<void>
  finish?(tx: Tx, payload: unknown, now: Date): Promise<void>
  everyMs?: number
}

export function jobKind<Payload>({ payload: schema, work, finish, everyMs }: JobKind<Payload>): AnyJobKind {
  return {
    ...(work && { work: (db, payload) => work(db, schema.parse(payload)) }),
    ...(finish && { finish: (tx, payload, now) => finish(tx, schema.parse(payload), now) }),
    ...(everyMs !== undefined && { everyMs }),
  }
}
