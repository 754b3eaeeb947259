import { encodePath } from '@/lib/articles/paths'

/** Moved for good, moved for now, gone. */
export const STATUSES = [301, 302, 410] as const
export type RedirectStatus = (typeof STATUSES)[number]

/** Where something leads. `toPath`: decoded path of this site, or an absolute address elsewhere; empty with 410. */
export type Target = { toPath: string; toExtra: string; status: number }

/** A redirect as somebody wants it. `fromPath`: decoded, with "/*" at its end where it is a pattern, or with a query (address.ts). */
export type Wanted = Target & { fromPath: string; isPattern: boolean; status: RedirectStatus }

/** Tag of every change to patterns: whatever found nothing looked among them. */
export const PATTERNS_TAG = 'redirect patterns'

export const isOwn = ({ toPath }: Pick<Target, 'toPath'>): boolean => toPath.startsWith('/')

/** As it stands in a Location header: an absolute address was encoded when it was written. */
export const locationOf = ({ toPath, toExtra }: Omit<Target, 'status'>): string =>
  (toPath.startsWith('/') ? encodePath(toPath) : toPath) + toExtra

/** Why a redirect is not written: keys of the newsroom's words (lib/i18n/redirects-en.ts). */
export type RedirectRefusal =
  | 'forbidden'
  | 'gone'
  | 'lettersLost'
  | 'fromMissing'
  | 'fromWrong'
  | 'fromElsewhere'
  /** Browsers keep it to themselves. */
  | 'fromFragment'
  | 'starPlace'
  /** "/*" would take the place of every page that says that it is not there. */
  | 'patternAll'
  | 'tooManyPatterns'
  /** The site answers there itself. */
  | 'reserved'
  /** A page lives there. */
  | 'living'
  | 'exists'
  | 'twice'
  | 'toMissing'
  | 'toWrong'
  | 'toWithGone'
  | 'toNowhere'
  | 'toGone'
  | 'loop'
  | 'statusWrong'
