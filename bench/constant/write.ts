import { mkdirSync, writeFileSync } from 'node:fs'
import { getArticle } from '@/lib/articles/queries'
import { getSurroundings } from '@/lib/articles/surroundings-queries'
import { getDiscussionPage } from '@/lib/comments/queries'
import { openDatabase } from '@/lib/db'
import { getSiteFacts } from '@/lib/site/facts'

/** Takes all that one article's page shows out of a database, for bench/constant/app to draw from memory. */
export async function writeConstant(databaseUrl: string, path: string): Promise<void> {
  const db = await openDatabase(databaseUrl)
  const facts = await getSiteFacts(db)
  const article = await getArticle(db, path, facts, new Date())
  if (!article || 'withdrawn' in article) throw new Error(`there is no article at ${path}`)
  const { previous, next, related } = await getSurroundings(db, article, facts, new Date())
  const constant = {
    site: {
      ...facts,
      categories: [...facts.categories],
      authors: [...facts.authors.values()],
      authorsBySlug: undefined,
      unfinishedPictures: undefined,
    },
    article: { ...article, missingImages: [] },
    discussion: await getDiscussionPage(db, article.id, facts.comments.maxDepth),
    previous,
    next,
    related,
    token: '0'.repeat(50),
  }
  mkdirSync('.cache/bench', { recursive: true })
  writeFileSync('.cache/bench/constant.json', JSON.stringify(constant))
  await db.$disconnect()
}
