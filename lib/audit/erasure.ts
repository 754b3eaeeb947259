import { type AuditFacts, type ChainedRow, digestOf, type KeyedHash } from './chain'

/** What is written where a person was taken out of events: what each of them says since then. */
export const ERASED = 'audit.erased'
export const ERASED_OBJECT = 'audit'

/** Stands in place of what named somebody. */
const NOTHING = '…'

/** `accountId`: of somebody who was let in here, and is no more. `comments`: what they wrote, as objects of events. */
export type Person = { email: string; accountId: string | null; comments: ReadonlySet<string> }

type Said = Pick<AuditFacts, 'actorId' | 'actorName' | 'act' | 'object' | 'details' | 'address'>
type Left = { actorName: string; address: string; details: Record<string, unknown> }

/** What is left of an event without a person, or null where it does not name them. What was done, when, and to what stays. */
export function without(event: Said, person: Person): Left | null {
  const { accountId, comments } = person
  const isActor = accountId !== null && event.actorId === accountId
  // Tries to sign in, and links that were asked for: nobody knows that it was somebody else.
  const isAtDoor = accountId !== null && event.actorId === null && event.object === `user:${accountId}`
  const isOwnWords = event.act === 'comments.edit' && comments.has(event.object)
  const isOwnName = isActor && event.act.startsWith('account.')
  const named = addressPattern(person.email)
  const details = Object.fromEntries(
    Object.entries(event.details as Record<string, unknown>).map(([name, value]) => {
      if (isOwnWords && name === 'before') return [name, NOTHING]
      // What they called their passkeys.
      if (isOwnName && ['name', 'from', 'to'].includes(name)) return [name, NOTHING]
      return [name, withoutAddress(value, named)]
    }),
  )
  const left = {
    actorName: isActor ? '' : event.actorName,
    address: isActor || isAtDoor ? '' : event.address,
    details,
  }
  const { actorName, address } = event
  return JSON.stringify(left) === JSON.stringify({ actorName, address, details: event.details }) ? null : left
}

/** The address in whatever case, and not as the end or the beginning of somebody else's. */
function addressPattern(email: string): RegExp {
  const escaped = email.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
  return new RegExp(`(?<![\\p{L}\\p{N}_.+-])${escaped}(?![\\p{L}\\p{N}_-]|\\.[\\p{L}\\p{N}])`, 'giu')
}

function withoutAddress(value: unknown, address: RegExp): unknown {
  if (typeof value === 'string') return value.replaceAll(address, NOTHING)
  if (Array.isArray(value)) return value.map((one) => withoutAddress(one, address))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withoutAddress(one, address)]))
}

/**
 * What each event that somebody was taken out of says since then: the digest of it, as the last such erasure has it. `erasures`:
 * the newest first, as only a later one can have taken somebody out of an earlier one; of those that this site did not write so
 * nothing is believed.
 */
export function erasedTo(erasures: readonly ChainedRow[], hash: KeyedHash): Map<number, string> {
  const digests = new Map<number, string>()
  for (const row of erasures) {
    if (!row.chain || digestOf(row, hash) !== (digests.get(row.id) ?? row.digest)) continue
    for (const [id, digest] of keptOf(row)) if (!digests.has(id)) digests.set(id, digest)
  }
  return digests
}

function keptOf({ act, details }: ChainedRow): [id: number, digest: string][] {
  if (act !== ERASED || typeof details !== 'object' || details === null || !('kept' in details)) return []
  return Object.entries(details.kept ?? {}).map(([id, digest]) => [Number(id), String(digest)])
}
