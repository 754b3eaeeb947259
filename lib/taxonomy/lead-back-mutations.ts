import { foldPath } from '@/lib/articles/paths'
import type { Tx } from '@/lib/db'
import { changed } from '@/lib/invalidation'

/** Has an address lead again where it led; what leads elsewhere by now stays as it is. */
export async function leadBack(tx: Tx, fromPath: string, toPath: string, now: Date): Promise<void> {
  const fromFolded = foldPath(fromPath)
  if (await tx.redirect.findFirst({ where: { fromFolded }, select: { id: true } })) return
  await tx.redirect.create({ data: { fromPath, fromFolded, toPath, createdAt: now }, select: { id: true } })
  changed(tx, `path:${fromFolded}`)
}
