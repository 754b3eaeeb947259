import type { ArticleStatus } from '@/generated/sqlite/enums'
import type { Choices } from '@/lib/articles/admin-queries'
import type { AddressFacts } from '@/lib/articles/editing/address'
import type { TranslationFacts } from '@/lib/articles/editing/admin-queries'
import type { Content } from '@/lib/articles/editing/content'
import type { PathPattern } from '@/lib/articles/paths'
import type { Day } from '@/lib/calendar/days'
import type { ArticleDocument } from '@/lib/documents/document'

/** What is written: the text as its document, which is never missing here. */
export type Written = Content & { document: ArticleDocument }

/** A moment as a field of the site's clocks shows it, and as it is; null: there is none. */
export type ShownMoment = { local: string; at: string | null }

export type WriterProps = {
  locale: string
  zone: string
  article: {
    id: number
    version: number
    copyVersion: number | null
    status: ArticleStatus
    isTrashed: boolean
    publishAt: string | null
    /** When its changes go live; null: when somebody publishes them. */
    changesAt: string | null
    /** That it is withdrawn at a time. */
    withdraws: { at: string; notice: string } | null
    publicPath: string | null
    hasBeenPublic: boolean
  }
  content: Written
  choices: Choices
  translation: TranslationFacts
  lockedBy: { name: string; typedAt: string } | null
  note: { name: string; text: string } | null
  /** Of the publication: its origin, and its name. */
  site: { url: string; name: string }
  /** What decides where the article lives. */
  address: { facts: AddressFacts; by: [pattern: PathPattern, day: Day] }
  settings: { commentsOpen: boolean; embargoUntil: ShownMoment; pinnedUntil: ShownMoment }
  may: Record<
    | 'submit'
    | 'publish'
    | 'sendBack'
    | 'withdraw'
    | 'trash'
    | 'editLive'
    | 'writeHtml'
    | 'makeTag'
    | 'pin'
    | 'changePath',
    boolean
  >
  /** Who saved what is there, and when. */
  lastSaved: { name: string; at: string } | null
  /** The step that was just taken. */
  did: string | null
}
