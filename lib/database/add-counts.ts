import { Prisma } from '@/generated/sqlite/client'
import type { Tx } from '../db'
import { dialectOf } from './dialect'

type CountRow = { views: number } & Record<string, string | number>

/**
 * Adds to the `views` of rows, and makes those that are not there yet: one statement with one value, however many they are.
 * `keys` are the columns of the primary key. Rows of one key are added up first, and all are taken in one order, so that two
 * processes that add at once do not wait for each other for ever.
 */
export async function addCounts(tx: Tx, table: string, keys: readonly string[], rows: CountRow[]): Promise<void> {
  if (!rows.length) return
  const byKey = new Map<string, CountRow>()
  for (const row of rows) {
    const key = JSON.stringify(keys.map((name) => row[name]))
    const known = byKey.get(key)
    if (known) known.views += row.views
    else byKey.set(key, { ...row })
  }
  const json = JSON.stringify([...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row))
  const columns = [...keys, 'views']
  const named = Prisma.raw(columns.map((column) => `"${column}"`).join(', '))
  const into = Prisma.raw(`"${table}"`)
  const conflict = Prisma.raw(
    `ON CONFLICT (${keys.map((key) => `"${key}"`).join(', ')}) DO UPDATE SET "views" = "${table}"."views" + excluded."views"`,
  )
  if (dialectOf(tx) === 'postgresql') {
    const type = Prisma.raw(`NULL::"${table}"`)
    await tx.$executeRaw`INSERT INTO ${into} (${named}) SELECT ${named} FROM json_populate_recordset(${type}, ${json}::json) ${conflict}`
    return
  }
  const values = Prisma.raw(columns.map((column) => `value ->> '$.${column}'`).join(', '))
  // Without the WHERE the parser takes ON for a join's (sqlite.org/lang_upsert.html).
  await tx.$executeRaw`INSERT INTO ${into} (${named}) SELECT ${values} FROM json_each(${json}) WHERE true ${conflict}`
}
