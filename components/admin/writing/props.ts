import type { ArticleStatus } from '@/generated/sqlite/enums'
import type { Choices } from '@/lib/articles/admin-queries'
import type { Content } from '@/lib/articles/editing/content'
import type { ArticleDocument } from '@/lib/documents/document'

/** What is written: the text as its document, which is never missing here. */
export type Written = Content & { document: ArticleDocument }

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
    publicPath: string | null
    hasBeenPublic: boolean
  }
  content: Written
  choices: Choices
  lockedBy: { name: string; typedAt: string } | null
  note: { name: string; text: string } | null
  may: Record<'submit' | 'publish' | 'sendBack' | 'withdraw' | 'trash' | 'editLive' | 'writeHtml', boolean>
  /** Who saved what is there, and when. */
  lastSaved: { name: string; at: string } | null
  /** The step that was just taken. */
  did: string | null
}
