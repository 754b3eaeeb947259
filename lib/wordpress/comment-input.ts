import type { CommentKind, CommentStatus } from '@/generated/sqlite/enums'
import { commentText } from './comment-text'
import { momentOf } from './dates'
import { plainLine } from './plain-line'
import { stableNumber } from './stable-number'
import { field, numberField, type WxrFields } from './wxr-record'

/** A comment as it is imported, still with the numbers of the export. */
export type ImportedComment = {
  /** The export's number; a negative one of our own making where it has none. */
  id: number
  parent: number
  /** Null for a kind that readers never saw as a comment: editors' notes, orders, reviews. */
  kind: CommentKind | null
  /** The export's words for the kind and the status. */
  type: string
  said: string
  status: CommentStatus
  authorName: string
  authorUrl: string | null
  text: string
  lostMarkup: boolean
  createdAt: Date
  email: string
  address: string
  userAgent: string
  /** The website it was signed with is none, and is left out. */
  lostUrl: boolean
}

// As WordPress has them.
const MAX_NAME = 245
const MAX_EMAIL = 100
const MAX_URL = 200
const MAX_ADDRESS = 100
const MAX_AGENT = 254

// Maps, not objects: an export may say "constructor".
const KINDS = new Map<string, CommentKind>([
  ['', 'COMMENT'],
  ['comment', 'COMMENT'],
  ['pingback', 'PINGBACK'],
  ['trackback', 'TRACKBACK'],
])

const STATUSES = new Map<string, CommentStatus>([
  ['1', 'APPROVED'],
  ['approve', 'APPROVED'],
  ['approved', 'APPROVED'],
  ['spam', 'SPAM'],
  ['trash', 'TRASH'],
  ['post-trashed', 'TRASH'],
])

/** `fallback`: when a comment without a date was written. */
export function importedComment(fields: WxrFields, zone: string, fallback: Date): ImportedComment {
  const type = field(fields, 'comment_type')
  const said = field(fields, 'comment_approved')
  const email = field(fields, 'comment_author_email').slice(0, MAX_EMAIL)
  const url = field(fields, 'comment_author_url')
  const authorUrl = webAddress(url)
  const raw = fields.get('comment_content') ?? ''
  const { text, lostMarkup } = commentText(raw)
  return {
    id: numberField(fields, 'comment_id') || stableNumber(email, field(fields, 'comment_date'), raw),
    parent: numberField(fields, 'comment_parent'),
    kind: KINDS.get(type) ?? null,
    type,
    said,
    // Whatever is not said to be approved waits for somebody to read it.
    status: STATUSES.get(said) ?? 'HELD',
    authorName: plainLine(field(fields, 'comment_author')).slice(0, MAX_NAME).toWellFormed() || 'Anonymous',
    authorUrl,
    text,
    lostMarkup,
    createdAt: momentOf(fields, 'comment_date', zone) ?? fallback,
    email,
    address: field(fields, 'comment_author_IP').slice(0, MAX_ADDRESS),
    userAgent: field(fields, 'comment_agent').slice(0, MAX_AGENT),
    lostUrl: url !== '' && url !== 'http://' && authorUrl === null,
  }
}

function webAddress(url: string): string | null {
  if (url.length > MAX_URL || !URL.canParse(url)) return null
  const { protocol, hostname, href } = new URL(url)
  return /^https?:$/.test(protocol) && hostname !== '' ? href : null
}
