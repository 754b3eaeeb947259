import { z } from 'zod'
import { isDay } from '@/lib/calendar/days'
import { LICENCES } from './licences'

/** What the forms of the library may contain. Messages are keys of words. */
const id = z.coerce.number().int().positive().max(2_000_000_000)

/** One line of plain text. */
const line = (most: number) =>
  z
    .string()
    .max(most * 4, 'tooLong')
    .default('')
    .transform((typed) =>
      typed
        .toWellFormed()
        .replace(/\p{Cc}+/gu, ' ')
        .trim(),
    )
    .refine((typed) => [...typed].length <= most, 'tooLong')

const day = z
  .string()
  .trim()
  .default('')
  .transform((typed, context) => {
    if (!typed) return null
    const [, year, month, date] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(typed) ?? []).map(Number)
    if (year && month && date && isDay(year, month, date)) return year * 10_000 + month * 100 + date
    context.addIssue({ code: 'custom', message: 'dayWrong' })
    return null
  })

/** Where the focal point stands, in hundredths; a comma is how many write them. */
const share = z
  .string()
  .default('50')
  .transform((typed, context) => {
    const hundredths = Number(typed.trim().replace(',', '.'))
    if (typed.trim() !== '' && hundredths >= 0 && hundredths <= 100) return Math.round(hundredths * 10) / 1_000
    context.addIssue({ code: 'custom', message: 'shareWrong' })
    return 0.5
  })

export const mediaSchema = z.object({
  id,
  title: line(200),
  alt: line(1_000),
  decorative: z.literal('on').optional().transform(Boolean),
  caption: line(2_000),
  credit: line(300),
  licence: z.enum(['', ...LICENCES]).catch(''),
  rights: line(500),
  origin: line(300),
  rightsUntil: day,
  focalX: share,
  focalY: share,
  /** When it was changed last, as whoever changes it now saw it; empty: never. */
  seen: z.string().max(40).default(''),
})
export type MediaWords = z.output<typeof mediaSchema>

export const deleteMediaSchema = z.object({ id, sure: z.literal('on').optional().transform(Boolean) })
export const replaceMediaSchema = z.object({ id: z.number().int().positive(), byId: z.number().int().positive() })

export const findPicturesSchema = z.object({ typed: z.string().max(200) })
