import type { Database } from '../db'

/** The tags of an article, in no order. One query: asked for them, Prisma asks every tag whether it is one, or asks twice. */
export const tagsOfArticle = (db: Database, articleId: number): Promise<{ id: number; slug: string; name: string }[]> =>
  db.$queryRaw`
    SELECT t."id", t."slug", t."name" FROM "ArticleTag" a JOIN "Tag" t ON t."id" = a."tagId"
    WHERE a."articleId" = ${articleId}`
