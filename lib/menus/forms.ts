import { z } from 'zod'
import { jsonText } from '@/lib/json-text'
import { MENU_STEPS } from './arrange'
import { itemFault } from './item-fault'
import { ITEM_KINDS, itemsOf, MENU_PLACES, menuSchema } from './menu'

/** What the forms of menus send. Messages are keys of words. */
const id = z.coerce.number().int().positive().max(2_000_000_000)
/** Of a list to choose from, where the first says "none". */
const idOrNone = z.preprocess((typed) => (typed === '' || typed === undefined ? null : typed), id.nullable())
const place = z.enum(MENU_PLACES)
const LONGEST_LABEL = 120
const LABEL = /^label\.([A-Za-z\d-]{2,35})$/

/** Labels by language: "label.en" and its like. What is left empty is not said. */
function labelsOf(form: Record<string, unknown>, context: z.RefinementCtx): Record<string, string> {
  const labels: Record<string, string> = {}
  for (const [name, value] of Object.entries(form)) {
    const language = LABEL.exec(name)?.[1]
    if (language === undefined || typeof value !== 'string') continue
    const label = value
      .toWellFormed()
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim()
    if (label.length > LONGEST_LABEL) context.addIssue({ code: 'custom', path: [name], message: 'labelLong' })
    if (label) labels[language] = label
  }
  return labels
}

export const addSchema = z
  .looseObject({
    place,
    kind: z.enum(ITEM_KINDS),
    targetId: idOrNone,
    typed: z.string().max(1_000).default(''),
    parentId: idOrNone,
  })
  .transform((form, context) => ({ ...form, labels: labelsOf(form, context) }))

export const relabelSchema = z
  .looseObject({ place, id })
  .transform((form, context) => ({ place: form.place, id: form.id, labels: labelsOf(form, context) }))

export const placeSchema = z.object({ place, id, parentId: idOrNone, beforeId: idOrNone })
export const removeSchema = z.object({ place, id })
/** "12 up": which button was pressed. */
export const stepSchema = z.object({
  place,
  step: z
    .string()
    .regex(/^[1-9]\d{0,8} (up|down|in|out)$/)
    .transform((pressed) => {
      const [pressedId, step] = pressed.split(' ')
      return { id: Number(pressedId), step: MENU_STEPS.find((one) => one === step) ?? 'up' }
    }),
})
export const keptSchema = z.object({
  place,
  site: z.string().max(1_000),
  slug: z.string().max(1_000),
})
/** The longest menu that can be made (menu.ts), in a score of languages. A form of the newsroom may be five times as long. */
const LONGEST_UNDO = 400_000

/** The menu as it was: sent along with the answer, and checked as if it had been made by hand. */
export const undoSchema = z.object({
  place,
  undo: jsonText(LONGEST_UNDO).pipe(
    menuSchema.refine((menu) => itemsOf(menu).every((item) => itemFault(item) === null)),
  ),
})
