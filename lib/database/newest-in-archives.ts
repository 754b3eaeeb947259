import { Prisma } from '@/generated/sqlite/client'
import { NEWEST_KEPT } from '@/lib/archives/keys'
import type { Tx } from '@/lib/db'
import { dialectOf } from './dialect'

/** [articleId, publishedDay, publishedAt in ms] */
type Newest = [number, number, number]

const NEWEST = Prisma.sql`
  SELECT "articleId", "publishedDay", "publishedAt" FROM "ArchiveEntry" WHERE "key" = asked.value
  ORDER BY "publishedDay" DESC, "publishedAt" DESC, "articleId" DESC LIMIT ${NEWEST_KEPT}`

/** The newest of each archive that has any, newest first. One statement, which reads no more of each than it answers. */
export async function readNewest(tx: Tx, keys: readonly string[]): Promise<Map<string, Newest[]>> {
  const asked = JSON.stringify(keys)
  const rows = await tx.$queryRaw<{ key: string; newest: string | null }[]>(
    dialectOf(tx) === 'sqlite'
      ? Prisma.sql`
          SELECT asked.value AS key, (
            SELECT json_group_array(json_array("articleId", "publishedDay", "publishedAt")) FROM (${NEWEST})) AS newest
          FROM json_each(${asked}) AS asked`
      : Prisma.sql`
          SELECT asked.value AS key, (
            SELECT json_agg(json_build_array("articleId", "publishedDay", (extract(epoch FROM "publishedAt") * 1000)::bigint))
            FROM (${NEWEST}) AS newest)::text AS newest
          FROM json_array_elements_text(${asked}::json) AS asked`,
  )
  return new Map(rows.map(({ key, newest }) => [key, JSON.parse(newest ?? '[]') as Newest[]]))
}
