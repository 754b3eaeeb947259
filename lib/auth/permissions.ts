import type { Actor, Role } from './actor'

export type Act =
  | 'article.create'
  | 'article.edit'
  | 'article.submit'
  | 'article.sendBack'
  | 'article.publish'
  | 'article.schedule'
  | 'article.withdraw'
  | 'article.trash'
  | 'article.arrange'

/** What is acted upon, as far as it matters for who may. */
export type Owned = { ownerId: string | null }

type Reach = 'own' | 'any'

const WRITES_OWN = {
  'article.create': 'any',
  'article.edit': 'own',
  'article.submit': 'own',
  'article.trash': 'own',
} as const
const PUBLISHES_OWN = {
  ...WRITES_OWN,
  'article.publish': 'own',
  'article.schedule': 'own',
  'article.withdraw': 'own',
} as const
const EDITS_ALL = {
  'article.create': 'any',
  'article.edit': 'any',
  'article.submit': 'any',
  'article.sendBack': 'any',
  'article.publish': 'any',
  'article.schedule': 'any',
  'article.withdraw': 'any',
  'article.trash': 'any',
  'article.arrange': 'any',
} as const

const TABLE: Record<Role, Partial<Record<Act, Reach>>> = {
  CONTRIBUTOR: WRITES_OWN,
  AUTHOR: PUBLISHES_OWN,
  EDITOR: EDITS_ALL,
  ADMIN: EDITS_ALL,
}

/** What is not in the table nobody may. */
export function may(actor: Actor, act: Act, object: Owned | null): boolean {
  const reach = TABLE[actor.role][act]
  return reach === 'any' || (reach === 'own' && object !== null && object.ownerId === actor.id)
}
