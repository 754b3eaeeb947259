import { z } from 'zod'
import { PATH_PATTERNS, type PathPattern } from '@/lib/articles/paths'
import type { Database, Tx } from '@/lib/db'
import { wantedPath } from './wanted'

/** Standing pages keep their addresses: those say where they stand among each other. */
export const movable = { kind: 'ARTICLE', status: 'PUBLISHED' } as const

/** Under which key the site remembers how far it has come. */
export const MOVING = 'addresses.moving'

const movingSchema = z.object({
  pattern: z.enum(PATH_PATTERNS),
  all: z.number(),
  moved: z.number(),
  /** Where another article lives already. */
  stayed: z.number(),
  afterId: z.number(),
  finished: z.boolean(),
})
export type Moving = z.infer<typeof movingSchema>

/** The last move of all addresses; null: there was none. */
export async function getMoving(db: Database | Tx): Promise<Moving | null> {
  const row = await db.setting.findUnique({ where: { key: MOVING } })
  return row && movingSchema.parse(row.value)
}

const ROWS_AT_ONCE = 5_000
export type Example = { from: string; to: string }

/** How many published articles the pattern would put elsewhere, and the first few of those. Reads a few columns of all. */
export async function listMisplaced(
  db: Database,
  pattern: PathPattern,
  examples: number,
): Promise<{ count: number; examples: Example[] }> {
  const found: Example[] = []
  let count = 0
  for (let after = 0; ; ) {
    const rows = await db.article.findMany({
      where: { ...movable, id: { gt: after } },
      orderBy: { id: 'asc' },
      take: ROWS_AT_ONCE,
      select: { id: true, slug: true, path: true, publishedDay: true },
    })
    for (const row of rows) {
      const to = wantedPath(pattern, row)
      if (to === row.path) continue
      count++
      if (found.length < examples) found.push({ from: row.path, to })
    }
    const last = rows.at(-1)
    if (!last || rows.length < ROWS_AT_ONCE) return { count, examples: found }
    after = last.id
  }
}

export const countMisplaced = async (db: Database, pattern: PathPattern): Promise<number> =>
  (await listMisplaced(db, pattern, 0)).count
