import { z } from 'zod'

/** A picture as an article or an author carries it: the words are its own there, not the library's. */
export const imageSchema = z.object({
  /** Decoded path on this site, or an absolute address. */
  src: z.string().min(1),
  alt: z.string().default(''),
  /** Plain text. */
  caption: z.string().default(''),
  credit: z.string().default(''),
  width: z.number().int().positive().nullable().default(null),
  height: z.number().int().positive().nullable().default(null),
})
export type Image = z.infer<typeof imageSchema>

export function parseImage(value: unknown): Image | null {
  return value === null ? null : imageSchema.parse(value)
}

/** Sources of images that cannot be shown yet. */
export function parseMissing(value: unknown): ReadonlySet<string> {
  return new Set(value === null ? [] : z.array(z.string()).parse(value))
}
