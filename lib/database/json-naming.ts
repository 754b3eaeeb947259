import { Prisma } from '@/generated/sqlite/client'
import type { Tx } from '@/lib/db'

/** Ids of the rows in whose JSON a text stands somewhere, in whatever case: a look through the whole table, in either dialect. */
export async function idsNaming(tx: Tx, table: 'AuditEvent', column: 'details', text: string): Promise<number[]> {
  const pattern = `%${text.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`
  const [from, json] = [Prisma.raw(`"${table}"`), Prisma.raw(`"${column}"`)]
  const rows = await tx.$queryRaw<{ id: number }[]>(
    Prisma.sql`SELECT "id" FROM ${from} WHERE LOWER(CAST(${json} AS TEXT)) LIKE ${pattern} ESCAPE '\\'`,
  )
  return rows.map(({ id }) => Number(id))
}
