import { displayText } from '@/lib/articles/display-text'
import type { Database } from '@/lib/db'
import { type Menus, targetsOf } from './menu'
import type { Known } from './menu-targets'

/** What the menus lead to, as far as it is public: nothing else is known to the pages. No query where they name nothing. */
export async function readMenuTargets(db: Database, menus: Menus): Promise<Known> {
  const ids = targetsOf(menus)
  const merges = [
    { kind: 'category', fromId: { in: ids.category } },
    { kind: 'tag', fromId: { in: ids.tag } },
  ]
  const isFiled = ids.category.length + ids.tag.length > 0
  const merged = isFiled ? await db.mergedTerm.findMany({ where: { OR: merges } }) : []
  const into = merged.flatMap(({ kind, intoId }) => (kind === 'tag' ? [intoId] : []))
  const tags = ids.tag.length
    ? await db.tag.findMany({
        where: { id: { in: [...ids.tag, ...into] } },
        select: { id: true, slug: true, name: true },
      })
    : []
  const articles = ids.article.length
    ? await db.article.findMany({
        where: { id: { in: ids.article }, status: 'PUBLISHED' },
        select: { id: true, path: true, headline: true, locale: true, sourceSite: true },
      })
    : []
  return {
    articles: articles.map(({ sourceSite, headline, ...article }) => ({
      ...article,
      headline: displayText(headline, sourceSite),
    })),
    tags,
    merged,
  }
}
