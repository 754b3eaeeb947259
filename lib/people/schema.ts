import { z } from 'zod'
import { NEWSROOM_LANGUAGES } from '@/lib/i18n/admin-words'

const NAME_MAX = 80
const EMAIL_MAX = 254

/** Messages are keys of the newsroom's words (lib/i18n/admin-en.ts, formErrors). */
export const personName = z.string().trim().min(1, 'nameMissing').max(NAME_MAX, 'nameLong')
export const personEmail = z
  .string()
  .trim()
  .toLowerCase()
  .min(1, 'emailMissing')
  .max(EMAIL_MAX, 'emailWrong')
  .pipe(z.email('emailWrong'))
const role = z.enum(['CONTRIBUTOR', 'AUTHOR', 'EDITOR', 'ADMIN'], 'roleWrong')
const id = z.string().min(1).max(64)
/** Length and the rest are said by lib/auth/password.ts, which knows whose it is. */
export const newPassword = z.string().min(1, 'passwordMissing').max(1000, 'passwordLong')

const LANGUAGES = Object.keys(NEWSROOM_LANGUAGES)
/** Of the newsroom; null: as the site. */
export const newsroomLanguage = z
  .string()
  .refine((locale) => locale === '' || LANGUAGES.includes(locale), 'fieldWrong')
  .transform((locale) => locale || null)

export const inviteSchema = z.object({
  ...{ name: personName, email: personEmail, role },
  locale: newsroomLanguage.default(null),
})
export const personSchema = z.object({ userId: id })
export const erasePersonSchema = z.object({ userId: id, sure: z.literal('on', 'sureMissing') })
/** Without one: all of the person's. */
export const sessionSchema = z.object({ userId: id, sessionId: z.string().max(64).default('') })
export const roleSchema = z.object({ userId: id, role })
export const invitationSchema = z.object({ linkId: z.coerce.number().int().positive() })
