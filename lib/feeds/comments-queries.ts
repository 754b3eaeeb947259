import type { Prisma } from '@/generated/sqlite/client'
import { displayText } from '@/lib/articles/display-text'
import { encodePath } from '@/lib/articles/paths'
import { COMMENTS_TAG } from '@/lib/comments/tags'
import type { Database } from '@/lib/db'
import { wordsFor } from '@/lib/i18n/words'
import { firstWords } from '@/lib/markup/first-words'
import { dependsOn } from '@/lib/page-context'
import type { SiteFacts } from '@/lib/site/facts'
import { commentHtml } from './comment-html'
import type { Feed, FeedItem } from './feed'
import { FEED_ITEMS, feedOf } from './queries'

const commentSelect = {
  id: true,
  authorName: true,
  text: true,
  createdAt: true,
  article: {
    select: { id: true, status: true, path: true, headline: true, locale: true, guid: true, sourceSite: true },
  },
} satisfies Prisma.CommentSelect

type Row = Prisma.CommentGetPayload<{ select: typeof commentSelect }>

const NEWEST_FIRST = [{ createdAt: 'desc' }, { id: 'desc' }] satisfies Prisma.CommentOrderByWithRelationInput[]
/** So many are looked through for some on articles that are still public. */
const LAST_COMMENTS = 50
const SUMMARY_WORDS = 55

/** The newest comments of the whole site. Two queries. */
export async function getCommentsFeed(db: Database, facts: SiteFacts, siteUrl: string): Promise<Feed> {
  dependsOn(COMMENTS_TAG)
  const { name, locale } = facts.site
  const rows = await db.comment.findMany({
    where: { status: 'APPROVED' },
    orderBy: NEWEST_FIRST,
    take: LAST_COMMENTS,
    select: commentSelect,
  })
  // Also on those that are not public now, and may be again.
  dependsOn(...rows.map(({ article }) => `article:${article.id}`))
  const title = wordsFor(locale).feeds.commentsFor(name)
  const items = rows
    .filter(({ article }) => article.status === 'PUBLISHED')
    .slice(0, FEED_ITEMS)
    .map((row) => itemOf(row, siteUrl, commentOn(row)))
  const head = { title, description: '', path: '/comments/', language: locale }
  // Its page is the front: comments have none of their own.
  return { ...feedOf(head, siteUrl, items), url: `${siteUrl}/` }
}

type Discussed = { id: number; path: string; headline: string; locale: string }

/** The newest comments on one published article. Two queries. */
export async function getArticleCommentsFeed(db: Database, article: Discussed, siteUrl: string): Promise<Feed> {
  dependsOn(`article:${article.id}`)
  const rows = await db.comment.findMany({
    where: { articleId: article.id, status: 'APPROVED' },
    orderBy: NEWEST_FIRST,
    take: FEED_ITEMS,
    select: commentSelect,
  })
  const words = wordsFor(article.locale)
  const items = rows
    .filter((row) => row.article.status === 'PUBLISHED')
    .map((row) => itemOf(row, siteUrl, words.feeds.commentBy(row.authorName)))
  const title = words.feeds.commentsOn(article.headline)
  return feedOf({ title, description: '', path: encodePath(article.path), language: article.locale }, siteUrl, items)
}

/** In the language that the entry says it is in. */
const commentOn = ({ article, authorName }: Row) =>
  wordsFor(article.locale).feeds.commentOn(displayText(article.headline, article.sourceSite), authorName)

function itemOf({ id, article, authorName, text, createdAt }: Row, siteUrl: string, title: string): FeedItem {
  dependsOn(`article:${article.id}`)
  const articleUrl = siteUrl + encodePath(article.path)
  return {
    title,
    url: `${articleUrl}#comment-${id}`,
    // As WordPress makes it, so that nobody reads the comments of a moved site again.
    guid: `${article.guid ?? articleUrl}#comment-${id}`,
    publishedAt: createdAt,
    changedAt: createdAt,
    creators: [authorName],
    categories: [],
    locale: article.locale,
    summary: firstWords(text, SUMMARY_WORDS),
    content: commentHtml(text),
    comments: null,
    image: null,
  }
}
