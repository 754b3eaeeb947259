/** Why a text was kept. */
export type Why =
  /** As it was before anybody edited it here. */
  | 'found'
  | 'create'
  | 'save'
  /** Of a working copy. */
  | 'change'
  | 'submit'
  | 'sendBack'
  | 'schedule'
  | 'unschedule'
  | 'publish'
  | 'publishChanges'
  /** Its corrections, not its text. */
  | 'correct'
  | 'withdraw'
  | 'restore'
  /** To another address. */
  | 'move'
  /** An import wrote over what was edited here. */
  | 'import'

/** One person's saves within this are one revision: autosave would else bury what matters. */
const ONE_SITTING_MS = 10 * 60_000
const TYPING = new Set<string>(['create', 'save', 'change'])

export type Kept = { why: string; actorId: string | null; createdAt: Date }

/** True where a save goes into the latest revision instead of making another. */
export function joins(latest: Kept | null, next: Kept): boolean {
  if (!latest || latest.actorId !== next.actorId || !TYPING.has(latest.why)) return false
  const isSameText = latest.why === next.why || (latest.why === 'create' && next.why === 'save')
  const ageMs = next.createdAt.getTime() - latest.createdAt.getTime()
  return isSameText && ageMs >= 0 && ageMs < ONE_SITTING_MS
}
