import { ALL, archiveTags, authorKey, categoryKey, languageKey, tagKey } from '@/lib/archives/keys'
import { pageStart } from '@/lib/archives/paging'
import { dayIn } from '@/lib/calendar/days'
import { dependsOn } from '@/lib/page-context'
import type { SiteFacts } from '@/lib/site/facts'
import type { FileStart } from '@/lib/site/page-frame'
import { type Chosen, conditions, type Sifting, type Span } from './sifting'

/**
 * Articles by date, from the archive that has the fewest of them in it. Where that is all that is asked for, its months
 * are counted already, and a page far down costs what the first does.
 */
export async function listArchived(
  { db, facts }: FileStart,
  sifting: Sifting,
  span: Span,
  oldestFirst: boolean,
): Promise<Chosen> {
  const { key, rest } = archiveOf(facts, sifting)
  dependsOn(...archiveTags(key))
  const article = conditions(rest)
  const way = oldestFirst ? ('asc' as const) : ('desc' as const)
  const orderBy = [{ publishedDay: way }, { publishedAt: way }, { articleId: way }]
  const select = { articleId: true } as const
  if (!article.length) {
    const months = await db.archiveMonth.findMany({
      where: { key, articles: { gt: 0 } },
      orderBy: { month: way },
      select: { month: true, articles: true },
    })
    const total = months.reduce((sum, { articles }) => sum + articles, 0)
    const first = pageStart(months, span.skip + 1, 1)
    if (!first) return { ids: [], total }
    const publishedDay = oldestFirst ? { gte: first.month * 100 } : { lte: first.month * 100 + 31 }
    const entries = await db.archiveEntry.findMany({
      where: { key, publishedDay },
      orderBy,
      skip: first.skip,
      take: span.take,
      select,
    })
    return { ids: entries.map(({ articleId }) => articleId), total }
  }
  // What it is filed under may change where its place in this archive does not.
  dependsOn('search')
  const where = { key, publishedDay: daysOf(rest), article: { AND: article } }
  const [entries, total] = await Promise.all([
    db.archiveEntry.findMany({ where, orderBy, ...span, select }),
    db.archiveEntry.count({ where }),
  ])
  return { ids: entries.map(({ articleId }) => articleId), total }
}

/** The archive to look in, and what is still to be asked of what stands there. */
function archiveOf({ categories }: SiteFacts, sifting: Sifting): { key: string; rest: Sifting } {
  const { tags, authors, categories: filed, language } = sifting
  const only = (ids: number[] | undefined) => (ids?.length === 1 ? ids[0] : undefined)
  const [tag, author, category] = [only(tags), only(authors), only(filed)]
  if (tag !== undefined) return { key: tagKey(tag), rest: { ...sifting, tags: undefined } }
  if (author !== undefined) return { key: authorKey(author), rest: { ...sifting, authors: undefined } }
  if (category === undefined) {
    return language
      ? { key: languageKey(language), rest: { ...sifting, language: undefined } }
      : { key: ALL, rest: sifting }
  }
  // Ours has what is filed below it too; WordPress's answers have not.
  const isLeaf = categories.children(category).length === 0
  return { key: categoryKey(category), rest: isLeaf ? { ...sifting, categories: undefined } : sifting }
}

const DAY_MS = 86_400_000

/** The days that hold what was published between two moments, whatever zone it was dated in. */
function daysOf({ after, before }: Sifting): { gte: number; lte: number } {
  return {
    gte: after ? dayIn('UTC', new Date(after.getTime() - DAY_MS)) : 0,
    lte: before ? dayIn('UTC', new Date(before.getTime() + DAY_MS)) : 99_991_231,
  }
}
