/** What came of a form of the newsroom, for the page that is drawn in answer to it. Words are keys of formWords. */
export type FormState = {
  /** Which form of the page. */
  form: string
  done?: string
  /** About the whole of it. */
  error?: string
  /** Which page or address the error is about. */
  about?: string
  /** By field. */
  errors: Record<string, string>
  /** What was typed, to be typed no second time; never a password or a code. */
  values: Record<string, string>
  /** When more may be tried. */
  until?: Date
  /** What is shown this once: a link, backup codes. */
  shown?: Record<string, string | string[]>
}

const SECRET = /password|current|code|token/i

/** The text fields of a form as they may be shown again. */
export function valuesOf(form: FormData): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [name, value] of form) {
    if (typeof value === 'string' && !name.startsWith('$') && !SECRET.test(name)) values[name] = value
  }
  return values
}
