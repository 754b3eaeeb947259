import type { Database } from '@/lib/db'
import { dependsOn } from '@/lib/page-context'
import { displayText } from './display-text'
import { foldPath } from './paths'

/** Enough of a public article to say where it is and what it is called. */
export type Meant = { id: number; path: string; headline: string; locale: string }

const meantSelect = { id: true, path: true, headline: true, locale: true, sourceSite: true } as const

/**
 * The public article that an address means: exactly its own, spelled nearly so, or one that it had before. Three queries at
 * most.
 */
export async function findMeant(db: Database, path: string): Promise<Meant | null> {
  const pathFolded = foldPath(path)
  dependsOn(`path:${pathFolded}`)
  const spelled = await db.article.findMany({ where: { pathFolded, status: 'PUBLISHED' }, select: meantSelect })
  const found = spelled.find((article) => article.path === path) ?? spelled[0]
  if (found) return meant(found)
  const redirect = await db.redirect.findFirst({
    where: { fromFolded: pathFolded, isPattern: false, status: 301 },
    select: { toPath: true },
  })
  if (!redirect) return null
  const moved = await db.article.findUnique({
    where: { path: redirect.toPath, status: 'PUBLISHED' },
    select: meantSelect,
  })
  return moved && meant(moved)
}

function meant({ sourceSite, headline, ...article }: Meant & { sourceSite: string | null }): Meant {
  return { ...article, headline: displayText(headline, sourceSite) }
}
