import type { Database } from '@/lib/db'

const MOST_PAGES = 500

/** Standing pages that readers find, to choose from by their addresses. */
export async function listPublicPages(db: Database): Promise<{ path: string; headline: string }[]> {
  const rows = await db.article.findMany({
    where: { kind: 'PAGE', status: 'PUBLISHED' },
    // In an order that an index has.
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    take: MOST_PAGES,
    select: { path: true, headline: true },
  })
  return rows.sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** Those of the paths at which readers find nothing. */
export async function missingPages(db: Database, paths: readonly string[]): Promise<string[]> {
  const rows = await db.article.findMany({
    where: { path: { in: [...paths] }, status: 'PUBLISHED' },
    select: { path: true },
  })
  const there = new Set(rows.map(({ path }) => path))
  return paths.filter((path) => !there.has(path))
}
