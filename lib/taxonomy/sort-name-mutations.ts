import type { Database } from '@/lib/db'
import { sortName } from './sort-name'

const TAGS_AT_ONCE = 200

/** Says of tags from before there was such a name what they are sorted by. Nothing to do is one query. */
export async function nameForSorting(db: Database): Promise<void> {
  for (let after = 0; ; ) {
    const tags = await db.tag.findMany({
      where: { sortName: '', id: { gt: after } },
      orderBy: { id: 'asc' },
      take: TAGS_AT_ONCE,
      select: { id: true, name: true },
    })
    const last = tags.at(-1)
    if (!last) return
    after = last.id
    await db.$transaction(async (tx) => {
      for (const { id, name } of tags) await tx.tag.updateMany({ where: { id }, data: { sortName: sortName(name) } })
    })
  }
}
