import { cleanLine, cleanText, exceeds, field, isEmail, REPLY_LIMITS, TRAP_FIELD } from '@/lib/comments/reply'
import { parseRowId } from '@/lib/comments/row-id'

/** By field. The second is called as a comment's is: the door knows it, and gives it back where it takes no form. */
export const REPORT_LIMITS = {
  sentence: { characters: 1_000, bytes: 4_000 },
  comment: { characters: 5_000, bytes: 20_000 },
  email: REPLY_LIMITS.email,
} as const

export type ReportField = keyof typeof REPORT_LIMITS
/** Why a field, or the whole report, was refused: a key of the dictionaries' `report.errors`. */
export type ReportError =
  | 'textMissing'
  | 'textTooLong'
  | 'sentenceTooLong'
  | 'emailInvalid'
  | 'emailTooLong'
  | 'flood'
  | 'missing'

/** What the form sends, cleaned. */
export type Report = {
  articleId: number
  /** What the reader marked; empty where they marked nothing. */
  sentence: string
  text: string
  /** Empty: they want no answer. */
  email: string
  /** The signed token of the page the form stood on; "" where it was missing. */
  token: string
  /** True when the field that no person sees was filled in. */
  trapped: boolean
}

export type ReportErrors = Partial<Record<ReportField, ReportError>>
export type ParsedReport = { ok: true; report: Report } | { ok: false; errors: ReportErrors }

/** Reads a posted report; every field that is not right is named at once. */
export function parseReport(form: FormData): ParsedReport {
  const sentence = cleanLine(field(form, 'sentence'))
  const text = cleanText(field(form, 'comment'))
  const email = cleanLine(field(form, 'email'))
  const errors: ReportErrors = {}
  if (exceeds(REPORT_LIMITS.sentence, sentence)) errors.sentence = 'sentenceTooLong'
  if (!text) errors.comment = 'textMissing'
  else if (exceeds(REPORT_LIMITS.comment, text)) errors.comment = 'textTooLong'
  if (exceeds(REPORT_LIMITS.email, email)) errors.email = 'emailTooLong'
  else if (email && !isEmail(email)) errors.email = 'emailInvalid'
  if (Object.keys(errors).length) return { ok: false, errors }
  const articleId = parseRowId(field(form, 'article')) ?? 0
  const token = field(form, 'token')
  return { ok: true, report: { articleId, sentence, text, email, token, trapped: field(form, TRAP_FIELD) !== '' } }
}
