import { Prisma } from '@/generated/sqlite/client'
import type { Tx } from '@/lib/db'
import { dialectOf } from './dialect'

const COUNTED = Prisma.sql`coalesce((SELECT "articles" FROM "Archive" WHERE "key" = 'tag-' || "Tag"."id"), 0)`

/** A tag knows how many articles it has, so that the database sorts a list of all tags and takes one page of it. */
export async function countTags(tx: Tx, ids: readonly number[]): Promise<void> {
  if (!ids.length) return
  const asked = JSON.stringify(ids)
  const among =
    dialectOf(tx) === 'sqlite'
      ? Prisma.sql`SELECT value FROM json_each(${asked})`
      : Prisma.sql`SELECT value::int FROM json_array_elements_text(${asked}::json)`
  await tx.$executeRaw`
    UPDATE "Tag" SET "published" = ${COUNTED} WHERE "id" IN (${among}) AND "published" <> ${COUNTED}`
}
