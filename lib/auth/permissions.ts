import type { Role } from '@/generated/sqlite/enums'

/** Whose something is, seen from whoever wants to do something with it. */
export type Whose = 'own' | 'other'

/** Who acts: what every mutation of the newsroom takes. */
export type Viewer = {
  id: string
  name: string
  role: Role
  /** The byline profile that is theirs. */
  authorId: number | null
  /** Where they act from; the audit log keeps it. */
  address: string
}

type Reach = 'never' | 'own' | 'any'
/** What contributor, author, editor and admin may. */
type Row = readonly [contributor: Reach, author: Reach, editor: Reach, admin: Reach]

const everybody: Row = ['any', 'any', 'any', 'any']
const ownOrEditors: Row = ['own', 'own', 'any', 'any']
const ownFromAuthors: Row = ['never', 'own', 'any', 'any']
const fromAuthors: Row = ['never', 'any', 'any', 'any']
const editors: Row = ['never', 'never', 'any', 'any']
const admins: Row = ['never', 'never', 'never', 'any']

/**
 * Who may do what: the only place that says so. `may` answers from it in every mutation, whatever page or button the
 * wish came from; an act without a row does not compile.
 */
const TABLE = {
  'desk.read': everybody,
  'account.edit': everybody,

  'articles.write': everybody,
  // A draft, or what is in review: read, written on, sent to the desk.
  'articles.read': ownOrEditors,
  'articles.edit': ownOrEditors,
  'articles.submit': ownOrEditors,
  'articles.trash': ownOrEditors,
  'articles.preview': ownOrEditors,
  // By a link, with somebody who has no login.
  'articles.share': ownOrEditors,
  // What readers see, or will see at a time.
  'articles.publish': ownFromAuthors,
  'articles.schedule': ownFromAuthors,
  'articles.editLive': ownFromAuthors,
  'articles.correct': ownFromAuthors,
  'articles.withdraw': ownFromAuthors,
  'articles.sendBack': editors,
  'articles.takeOver': editors,
  'articles.pin': editors,
  'articles.changePath': ownFromAuthors,
  'articles.writeHtml': editors,
  'articles.delete': admins,
  // A list of articles as one narrowed it, for everybody.
  'views.share': editors,

  'comments.read': editors,
  'comments.moderate': editors,
  'comments.reply': editors,
  'comments.exportPerson': admins,
  'comments.erasePerson': admins,

  // What readers say is wrong in an article.
  'reports.read': editors,
  'reports.decide': editors,
  'reports.answer': editors,

  'tags.make': fromAuthors,
  'taxonomy.edit': editors,
  'pages.edit': editors,
  'menus.edit': editors,
  'redirects.edit': editors,
  // One's own profile, or anybody's.
  'authors.edit': ownOrEditors,
  // New ones, other addresses, merging and deleting.
  'authors.arrange': editors,
  // Whose profile is whose decides what is their own to edit.
  'authors.link': admins,
  'front.edit': editors,
  'media.read': everybody,
  'media.upload': everybody,
  'media.edit': ownOrEditors,
  // Of what nothing shows.
  'media.delete': ownFromAuthors,
  'media.deleteUsed': editors,

  'people.read': admins,
  'people.invite': admins,
  'people.changeRole': admins,
  'people.deactivate': admins,
  // The account of somebody who was deactivated.
  'people.erase': admins,
  'people.resetPassword': admins,
  'people.removeSecondFactor': admins,
  'people.endSessions': admins,

  // How often what was read, by author too.
  'analytics.read': editors,

  'settings.edit': admins,
  'settings.telling': admins,
  'audit.read': admins,
  'jobs.read': editors,
  'jobs.retry': editors,
  'site.export': admins,
} satisfies Record<string, Row>

export type Act = keyof typeof TABLE
export const ACTS = Object.keys(TABLE) as Act[]
export const ROLES = ['CONTRIBUTOR', 'AUTHOR', 'EDITOR', 'ADMIN'] as const satisfies Role[]

/** True when `viewer` may do `act`, to something of `whose`; what belongs to nobody counts as another's. */
export function may(viewer: Pick<Viewer, 'role'>, act: Act, whose: Whose = 'other'): boolean {
  const reach: Reach = TABLE[act][ROLES.indexOf(viewer.role)] ?? 'never'
  return reach === 'any' || (reach === 'own' && whose === 'own')
}

/** These let in, lock out or carry off people's data: the session must have proved itself a short while ago. */
const ASKED_AGAIN: ReadonlySet<Act> = new Set<Act>([
  'people.read',
  'people.invite',
  'people.changeRole',
  'people.deactivate',
  'people.erase',
  'people.resetPassword',
  'people.removeSecondFactor',
  'people.endSessions',
  'comments.exportPerson',
  'comments.erasePerson',
  'site.export',
])
const CONFIRMED_FOR_MS = 15 * 60_000

/** True when `act` asks who it is once more: the last proof is older than a quarter of an hour. */
export function asksAgain(act: Act, confirmedAt: Date | null, now: Date): boolean {
  return ASKED_AGAIN.has(act) && !isConfirmed(confirmedAt, now)
}

export function isConfirmed(confirmedAt: Date | null, now: Date): boolean {
  return confirmedAt !== null && now.getTime() - confirmedAt.getTime() < CONFIRMED_FOR_MS
}
