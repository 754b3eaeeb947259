import type { ArticleStatus } from '@/generated/sqlite/enums'

/** What an article's life depends on. */
export type LifeFacts = {
  status: ArticleStatus
  /** When it is meant to become public. */
  publishAt: Date | null
  embargoUntil: Date | null
  trashedAt: Date | null
  now: Date
}

export type Verb =
  | { do: 'submit' }
  | { do: 'sendBack'; note: string }
  | { do: 'publish' }
  | { do: 'schedule'; publishAt: Date }
  | { do: 'unschedule' }
  /** By the job: publishes at the time that was set, whoever set it. */
  | { do: 'publishOnTime' }
  | { do: 'withdraw'; notice: string }
  | { do: 'scheduleWithdrawal'; withdrawAt: Date; notice: string }
  | { do: 'keep' }
  | { do: 'trash' }
  | { do: 'restore' }

export type LifeRefusal =
  /** Nothing in this status can be done so. */
  | 'status'
  | 'trashed'
  | 'embargoed'
  /** The moment that was named is over. */
  | 'past'
  /** The moment has not come. */
  | 'early'
  | 'noteMissing'
  | 'noticeMissing'

export type Life = { ok: true; status: ArticleStatus } | { ok: false; reason: LifeRefusal }

/** From which statuses each verb leads on, and to which; null: the status stays. */
const LEADS: Record<Verb['do'], { from: ArticleStatus[]; to: ArticleStatus | null }> = {
  submit: { from: ['DRAFT'], to: 'IN_REVIEW' },
  sendBack: { from: ['IN_REVIEW'], to: 'DRAFT' },
  publish: { from: ['DRAFT', 'IN_REVIEW', 'SCHEDULED', 'WITHDRAWN'], to: 'PUBLISHED' },
  schedule: { from: ['DRAFT', 'IN_REVIEW', 'SCHEDULED'], to: 'SCHEDULED' },
  unschedule: { from: ['SCHEDULED'], to: 'DRAFT' },
  publishOnTime: { from: ['SCHEDULED'], to: 'PUBLISHED' },
  withdraw: { from: ['PUBLISHED'], to: 'WITHDRAWN' },
  scheduleWithdrawal: { from: ['PUBLISHED'], to: null },
  keep: { from: ['PUBLISHED'], to: null },
  // What is public is withdrawn first, so that readers find a notice; what is scheduled is taken off the clock first.
  trash: { from: ['DRAFT', 'IN_REVIEW', 'WITHDRAWN'], to: null },
  restore: { from: ['DRAFT', 'IN_REVIEW', 'WITHDRAWN'], to: null },
}

/** The status an article has after a verb, or why it is not done. */
export function statusAfter(facts: LifeFacts, verb: Verb): Life {
  const { from, to } = LEADS[verb.do]
  const isTrashed = facts.trashedAt !== null
  if (isTrashed !== (verb.do === 'restore')) return refuse(isTrashed ? 'trashed' : 'status')
  if (!from.includes(facts.status)) return refuse('status')
  const reason = objectionTo(facts, verb)
  return reason ? refuse(reason) : { ok: true, status: to ?? facts.status }
}

function objectionTo(facts: LifeFacts, verb: Verb): LifeRefusal | null {
  const { now } = facts
  switch (verb.do) {
    case 'sendBack':
      return verb.note.trim() ? null : 'noteMissing'
    case 'publish':
      return embargoOver(facts, now) ? null : 'embargoed'
    case 'schedule':
      if (verb.publishAt <= now) return 'past'
      return embargoOver(facts, verb.publishAt) ? null : 'embargoed'
    case 'publishOnTime':
      if (facts.publishAt === null || facts.publishAt > now) return 'early'
      return embargoOver(facts, now) ? null : 'embargoed'
    case 'withdraw':
      return verb.notice.trim() ? null : 'noticeMissing'
    case 'scheduleWithdrawal':
      if (verb.withdrawAt <= now) return 'past'
      return verb.notice.trim() ? null : 'noticeMissing'
    default:
      return null
  }
}

/** True from `embargoUntil` on, that very millisecond included; true without an embargo. */
export function embargoOver({ embargoUntil }: Pick<LifeFacts, 'embargoUntil'>, at: Date): boolean {
  return embargoUntil === null || embargoUntil <= at
}

/** True where an embargo may be set so: what is on the clock does not run out before it, what is public has none. */
export function mayEmbargo({ status, publishAt }: LifeFacts, embargoUntil: Date | null): boolean {
  if (embargoUntil === null) return true
  if (status === 'PUBLISHED') return false
  return status !== 'SCHEDULED' || publishAt === null || embargoUntil <= publishAt
}

function refuse(reason: LifeRefusal): Life {
  return { ok: false, reason }
}
