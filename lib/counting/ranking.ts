import { z } from 'zod'

const schema = z.array(z.tuple([z.number().int(), z.number().int()]))

export type Ranked = { articleId: number; views: number }

/** A ranking as it is stored; nothing where there is none yet. */
export function readRanking(stored: unknown): Ranked[] {
  const read = schema.safeParse(stored)
  return read.success ? read.data.map(([articleId, views]) => ({ articleId, views })) : []
}
