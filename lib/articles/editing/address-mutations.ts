import { foldPath, isReservedPath } from '@/lib/articles/paths'
import type { Tx } from '@/lib/db'
import { changed } from '@/lib/invalidation'

/** True when no other article lives at the path or at another spelling of it, and the site does not answer it itself. */
export async function isFreePath(tx: Tx, path: string, exceptId: number | null): Promise<boolean> {
  if (isReservedPath(path)) return false
  const other = await tx.article.findFirst({
    where: { pathFolded: foldPath(path), ...(exceptId !== null && { id: { not: exceptId } }) },
    select: { id: true },
  })
  return other === null
}

const MOST_TRIES = 200

/** The slug, or with the first number behind it whose path is free. `pathOf` says where a slug leads. */
export async function freeSlug(
  tx: Tx,
  slug: string,
  pathOf: (slug: string) => string,
  exceptId: number | null,
): Promise<string> {
  for (let number = 1; number <= MOST_TRIES; number++) {
    const tried = number === 1 ? slug : `${slug}-${number}`
    if (await isFreePath(tx, pathOf(tried), exceptId)) return tried
  }
  throw new Error(`no free address for ${slug}`)
}

/** Readers find a public article that moved: from where it was, and from wherever led there. */
export async function moveAddress(tx: Tx, fromPath: string, toPath: string, now: Date): Promise<void> {
  await clearAddress(tx, toPath)
  const older = await tx.redirect.findMany({ where: { toPath: fromPath }, select: { fromFolded: true } })
  await tx.redirect.updateMany({ where: { toPath: fromPath }, data: { toPath } })
  const fromFolded = foldPath(fromPath)
  await tx.redirect.upsert({
    where: { fromPath },
    create: { fromPath, fromFolded, toPath, createdAt: now },
    update: { toPath, toExtra: '', status: 301, isPattern: false },
    select: { id: true },
  })
  changed(tx, ...[fromFolded, ...older.map((redirect) => redirect.fromFolded)].map((folded) => `path:${folded}`))
}

/** Where an article lives nothing leads away from. */
export async function clearAddress(tx: Tx, path: string): Promise<void> {
  await tx.redirect.deleteMany({ where: { fromFolded: foldPath(path) } })
}
