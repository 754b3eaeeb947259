import { encodePath, foldPath } from '@/lib/articles/paths'
import type { Database } from '@/lib/db'
import { dependsOn } from '@/lib/page-context'

/**
 * Where the archive at a decoded path ("/category/harbour/") lives now, encoded; null where none has moved from there.
 * One query.
 */
export async function findMovedArchive(db: Database, path: string): Promise<string | null> {
  const fromFolded = foldPath(path)
  dependsOn(`path:${fromFolded}`)
  const redirect = await db.redirect.findFirst({
    where: { fromFolded, isPattern: false, status: 301, toPath: { startsWith: '/' } },
    select: { toPath: true },
  })
  return redirect && redirect.toPath !== path ? encodePath(redirect.toPath) : null
}
