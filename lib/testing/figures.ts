import type { Database } from '@/lib/db'

/** Every number that is stored of a day, by "article 12", "device phone" and the like. */
export async function figuresOf(db: Database, day: number): Promise<Record<string, number>> {
  const [articles, figures] = await Promise.all([
    db.viewDay.findMany({ where: { day } }),
    db.figure.findMany({ where: { day } }),
  ])
  return Object.fromEntries([
    ...articles.map(({ articleId, views }) => [`article ${articleId}`, views]),
    ...figures.map(({ kind, subject, views }) => [`${kind} ${subject}`, views]),
  ])
}
