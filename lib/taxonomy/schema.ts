import { z } from 'zod'
import { canonicalLocale } from '@/lib/i18n/locale'
import { STEPS } from './arrange'
import { LONGEST_NAME } from './names'

/** What the forms of categories and tags may contain. Messages are keys of words. */
const id = z.coerce.number().int().positive().max(2_000_000_000)
/** Of a list to choose from, where the first says "none". */
const idOrNone = z.preprocess((typed) => (typed === '' || typed === undefined ? null : typed), id.nullable())

const name = z.string().max(LONGEST_NAME * 4, 'nameLong')
const slug = z.string().max(400, 'slugWrong').default('')
/** Imported ones may be longer than what is written here, and stay so: the mutation knows which of them is new. */
const description = z.string().max(200_000, 'descriptionLong').default('')
const locale = z
  .string()
  .trim()
  .default('')
  .transform((typed, context) => {
    if (!typed) return null
    const tag = canonicalLocale(typed)
    if (tag === undefined) context.addIssue({ code: 'custom', message: 'languageWrong' })
    return tag ?? null
  })

export const termSchema = z.object({ id })
export const newCategorySchema = z.object({ name, slug, description, locale, parentId: idOrNone })
export const categorySchema = z.object({ id, name, slug, description, locale })
export const placeSchema = z.object({ id, parentId: idOrNone, beforeId: idOrNone })
/** "12 up": which button was pressed. */
export const stepSchema = z.object({
  step: z
    .string()
    .regex(/^[1-9]\d{0,8} (up|down|in|out)$/)
    .transform((pressed) => {
      const [pressedId, step] = pressed.split(' ')
      return { id: Number(pressedId), step: STEPS.find((one) => one === step) ?? 'up' }
    }),
})
/** Nobody merges by mistake. */
const sure = z.literal('on', 'sureMissing')
export const mergeCategorySchema = z.object({ id, intoId: id.catch(0), sure })
export const newTagSchema = z.object({ name, slug, description })
export const tagSchema = z.object({ id, name, slug, description })
export const mergeTagSchema = z.object({ id, into: z.string().max(LONGEST_NAME * 4), sure })

/** How to take back what was just done: sent along with the answer, and checked as if it had been typed. */
export const undoSchema = z.discriminatedUnion('verb', [
  categorySchema.extend({ verb: z.literal('editCategory') }),
  placeSchema.extend({ verb: z.literal('placeCategory') }),
  termSchema.extend({ verb: z.literal('restoreCategory') }),
  tagSchema.extend({ verb: z.literal('editTag') }),
  termSchema.extend({ verb: z.literal('restoreTag') }),
])
export type TermUndo = z.input<typeof undoSchema>
