import { Prisma } from '@/generated/sqlite/client'
import type { Provider } from '../database/provider'
import type { Database } from '../db'

/** What tells only when and how often something was written, not what. */
const TIMES_OF_WRITING = new Set(['updatedAt', 'changedAt', 'version'])
/** The same of an order that is yet to be carried out. */
const TIMES_OF_ORDERING = new Set(['runAt', 'createdAt'])

/**
 * Every row of every table and every word of the search index, a line each, in a fixed order: two databases with the same
 * dump hold the same. Left out is what was told to other processes (Invalidation), and with `timeless` when a row was
 * last written, and how often.
 */
export async function dumpOf(db: Database, provider: Provider, { timeless = false } = {}): Promise<string[]> {
  const lines: string[] = []
  const add = async (name: string, sql: string) => {
    const rows = await db.$queryRawUnsafe<Record<string, unknown>[]>(sql)
    for (const row of rows) lines.push(`${name} ${JSON.stringify(columnsOf(name, row, timeless))}`)
  }
  for (const model of Object.values(Prisma.ModelName))
    if (model !== 'Invalidation') await add(model, `SELECT * FROM "${model}"`)
  if (provider === 'postgresql') {
    await add('SearchDocument', 'SELECT "articleId", "place", "words"::text FROM "SearchDocument"')
  } else {
    await db.$executeRawUnsafe(
      `CREATE VIRTUAL TABLE IF NOT EXISTS temp.words USING fts5vocab('main', 'SearchDocument', 'instance')`,
    )
    await add('SearchEntry', 'SELECT * FROM "SearchEntry"')
    await add('SearchDocument', `SELECT doc || ' ' || col || ' ' || "offset" || ' ' || term AS word FROM temp.words`)
  }
  return lines.sort()
}

function columnsOf(table: string, row: Record<string, unknown>, timeless: boolean): [string, unknown][] {
  const isTime = (name: string) => TIMES_OF_WRITING.has(name) || (table === 'Job' && TIMES_OF_ORDERING.has(name))
  return Object.entries(row)
    .filter(([name]) => !timeless || !isTime(name))
    .map(([name, value]) => [name, typeof value === 'bigint' ? String(value) : value])
}
