import type { AdminWords } from '@/lib/i18n/admin-words'
import type { Direction } from '@/lib/i18n/locale'
import type { Viewer } from './permissions'

/** What every part of a page of the newsroom may need to draw itself. */
export type NewsroomFrame = {
  siteName: string
  /** Of whoever looks: their own choice, or the site's. */
  locale: string
  dir: Direction
  words: AdminWords
  zone: string
  now: Date
  /** True where passwords go over the wire in the open: said on every page. */
  insecure: boolean
  /** Null at the front door. */
  viewer: Viewer | null
  /** Of this answer: a script without it does not run. Empty where there is no door. */
  nonce: string
  /** True where letters are sent: then nobody hands over a link. */
  mail: boolean
  counts: { commentsWaiting: number; reportsOpen: number }
}

/** The sections that are there, and who sees them. */
export type Section =
  | 'desk'
  | 'articles'
  | 'comments'
  | 'reports'
  | 'account'
  | 'categories'
  | 'tags'
  | 'pages'
  | 'menus'
  | 'redirects'
  | 'people'
  | 'settings'
  | 'telling'
  | 'audit'
