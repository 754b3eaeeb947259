import type { Prisma } from '@/generated/sqlite/client'
import type { LifeRefusal } from '@/lib/articles/lifecycle'
import type { Content } from './content'

/** What somebody else has saved meanwhile. */
export type Theirs = { version: number; content: Content; savedBy: string; savedAt: Date }

export type EditRefusal =
  | LifeRefusal
  | 'missing'
  | 'forbidden'
  /** Readers see it: its text is changed in a working copy. */
  | 'live'
  /** Another article has the address. */
  | 'pathTaken'
  /** No address of this site. */
  | 'pathWrong'
  | 'headlineMissing'
  /** There is no working copy. */
  | 'noChanges'

export type Refused = { ok: false; reason: EditRefusal }
/** The save was made from an older version than is there: both are still there, and a person decides. */
export type Conflict = { ok: false; reason: 'conflict'; theirs: Theirs }
/** The article's version after the act: the next one is made from it. `said`: what the audit log keeps of it. */
export type Done = { ok: true; version: number; said?: Prisma.InputJsonObject }

export type EditResult = Done | Refused | Conflict

export const refuse = (reason: EditRefusal): Refused => ({ ok: false, reason })
