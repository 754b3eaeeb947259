import type { Database } from '@/lib/db'
import { UPLOADS } from '@/lib/wordpress/addresses'

/** Addresses of an archive's pictures in whose place others stand, which they lead to; since when. */
export async function listReplaced(db: Database): Promise<{ path: string; since: Date }[]> {
  const rows = await db.redirect.findMany({
    where: { fromPath: { startsWith: UPLOADS }, toPath: { startsWith: '/media/' } },
    select: { fromPath: true, createdAt: true },
  })
  return rows.map(({ fromPath, createdAt }) => ({ path: fromPath, since: createdAt }))
}
