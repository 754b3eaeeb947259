import { parseRowId } from './row-id'

export const REPLY_LIMITS = {
  comment: { characters: 65_525, bytes: 200_000 },
  author: { characters: 245, bytes: 1_000 },
  email: { characters: 100, bytes: 400 },
  url: { characters: 200, bytes: 800 },
} as const satisfies Record<string, TextLimit>

export type ReplyField = keyof typeof REPLY_LIMITS
/** Why a field, or the whole reply, was refused: a key of the dictionaries' `replyErrors`. */
export type ReplyError =
  | 'commentMissing'
  | 'commentTooLong'
  | 'nameMissing'
  | 'nameTooLong'
  | 'emailMissing'
  | 'emailInvalid'
  | 'emailTooLong'
  | 'urlInvalid'
  | 'urlTooLong'
  | 'duplicate'
  | 'flood'
  | 'closed'
  | 'parentGone'

/** What the form sends, cleaned: NFC, no control characters, lines ended by "\n". */
export type Reply = {
  articleId: number
  parentId: number | null
  text: string
  name: string
  email: string
  /** Absolute, http or https. */
  url: string | null
  /** The signed token of the page the form stood on; "" where it was missing. */
  token: string
  /** True when the field that no person sees was filled in. */
  trapped: boolean
  /** May the name be remembered in this browser? */
  remember: boolean
}

export type ReplyValues = Record<ReplyField, string> & { remember: boolean }
export type ReplyErrors = Partial<Record<ReplyField, ReplyError>>
export type ParsedReply = { ok: true; reply: Reply } | { ok: false; errors: ReplyErrors }

/** Name of the field that is hidden from people and that machines fill in. */
export const TRAP_FIELD = 'phone'
export const CONSENT_FIELD = 'wp-comment-cookies-consent'

/** Reads a posted reply; every field that is not right is named at once. */
export function parseReply(form: FormData): ParsedReply {
  const values = replyValues(form)
  const errors: ReplyErrors = {}
  const text = cleanText(values.comment)
  const name = cleanLine(values.author)
  const email = cleanLine(values.email)
  const url = absoluteUrl(cleanLine(values.url))
  if (!text) errors.comment = 'commentMissing'
  else if (exceeds(REPLY_LIMITS.comment, text)) errors.comment = 'commentTooLong'
  if (!name) errors.author = 'nameMissing'
  else if (exceeds(REPLY_LIMITS.author, name)) errors.author = 'nameTooLong'
  if (!email) errors.email = 'emailMissing'
  else if (exceeds(REPLY_LIMITS.email, email)) errors.email = 'emailTooLong'
  else if (!isEmail(email)) errors.email = 'emailInvalid'
  if (exceeds(REPLY_LIMITS.url, values.url)) errors.url = 'urlTooLong'
  else if (url === undefined) errors.url = 'urlInvalid'
  if (Object.keys(errors).length) return { ok: false, errors }
  return {
    ok: true,
    reply: {
      articleId: parseRowId(field(form, 'comment_post_ID')) ?? 0,
      parentId: parseRowId(field(form, 'comment_parent')),
      text,
      name,
      email,
      url: url ?? null,
      token: field(form, 'token'),
      trapped: field(form, TRAP_FIELD) !== '',
      remember: values.remember,
    },
  }
}

/** The fields as they were typed, to be given back with a refused reply. */
export function replyValues(form: FormData): ReplyValues {
  return {
    comment: field(form, 'comment'),
    author: field(form, 'author'),
    email: field(form, 'email'),
    url: field(form, 'url'),
    remember: field(form, CONSENT_FIELD) !== '',
  }
}

export function field(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** Text that somebody typed: NFC, no control characters, lines ended by "\n". */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n|\t)\p{Cc}|\p{Noncharacter_Code_Point}|\p{Surrogate}/gu, '')
    .replace(/[^\S\n]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

export const cleanLine = (text: string) => cleanText(text).replace(/\s+/g, ' ')

/** Characters (code points, as a reader counts letters), and bytes of UTF-8 where emoji would make far more of them. */
export type TextLimit = { characters: number; bytes: number }

export function exceeds({ characters, bytes }: TextLimit, text: string): boolean {
  if (text.length <= characters && text.length * 3 <= bytes) return false
  return [...text].length > characters || new TextEncoder().encode(text).length > bytes
}

/** One @ with something around it and a dot behind it: whether it exists only a letter to it could tell. */
export function isEmail(text: string): boolean {
  return /^[^\s@<>()[\]\\,;:"]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text)
}

/** Null for an empty field, undefined for what is no web address. A bare "example.org" is taken at its word. */
function absoluteUrl(text: string): string | null | undefined {
  if (!text) return null
  const withScheme = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/]+:\d/.test(text) ? text : `https://${text}`
  if (!URL.canParse(withScheme)) return undefined
  const { protocol, hostname, href } = new URL(withScheme)
  return /^https?:$/.test(protocol) && hostname.includes('.') ? href : undefined
}
