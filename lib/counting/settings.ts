import { z } from 'zod'

/** Of how many days the front page shows what was read most; 0: it does not. */
export const MOST_READ_DAYS = [0, 2, 7, 30] as const
export const LEAST_KEPT_DAYS = 31
export const MOST_KEPT_DAYS = 3_650

/** What is counted of readers, for how long it is kept, and what of it they see themselves. */
export const figuresSchema = z.object({
  counts: z.boolean().default(true),
  keptDays: z.number().int().min(LEAST_KEPT_DAYS).max(MOST_KEPT_DAYS).default(365),
  mostReadDays: z
    .number()
    .refine((days) => MOST_READ_DAYS.some((one) => one === days), 'is none of the choices')
    .default(0),
  /** A line in the footer that says how often pages were read. */
  badge: z.boolean().default(false),
})
export type FiguresSettings = z.infer<typeof figuresSchema>

export const FIGURES_KEY = 'figures'
