import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { articleHead } from '@/components/article/article-head'
import { Dateline } from '@/components/article/dateline'
import { PreviewedDiscussion } from '@/components/comments/previewed-discussion'
import { getPreview } from '@/lib/articles/preview/admin-queries'
import { getArticle } from '@/lib/articles/queries'
import { getSiteFeed } from '@/lib/feeds/queries'
import { transact } from '@/lib/invalidation'
import { type PageContext, runInPageContext } from '@/lib/page-context'
import { readArticles } from '@/lib/reading-api/article-queries'
import { getSiteFacts } from '@/lib/site/facts'
import { frameFor } from '@/lib/site/frame'
import { writeSetting } from '@/lib/site/mutations'
import type { FileStart } from '@/lib/site/page-frame'
import { TELLING_KEY } from '@/lib/telling/settings'
import { addArticle } from '@/lib/testing/articles'
import { ines } from '@/lib/testing/newsroom'
import { testDatabase } from '@/lib/testing/test-database'
import { readPosts } from '@/lib/wordpress/rest/post-queries'
import { getCase } from './admin-queries'

const site = testDatabase()
const SITE = 'https://news.example'
const closing = new Date('2026-11-15T12:00:00Z')
const before = new Date(closing.getTime() - 1)
let articleId: number

const closeAfter = (closeAfterDays: number) =>
  transact(site.db, (tx) => writeSetting(tx, 'comments', { closeAfterDays }))
const setOpen = (commentsOpen: boolean) => site.db.article.update({ where: { id: articleId }, data: { commentsOpen } })

beforeAll(async () => {
  articleId = await addArticle(site.db, { slug: 'boat', publishedAt: new Date('2026-11-01T12:00:00Z') })
  const said = { authorName: 'R.', text: 'Hear, hear.', createdAt: before }
  // Held: readers are told of no comment.
  await site.db.comment.create({ data: { id: 1, articleId, status: 'HELD', ...said } })
  await transact(site.db, (tx) => writeSetting(tx, TELLING_KEY, { receiveWebmentions: true, receivePingbacks: true }))
})
beforeEach(async () => {
  await closeAfter(14)
  await setOpen(true)
})

async function startAt(now: Date): Promise<FileStart> {
  return { db: site.db, facts: await getSiteFacts(site.db), siteUrl: SITE, now }
}

/** The article's page as it begins, and what its head says. */
async function page({ db, facts, now }: FileStart) {
  const article = await getArticle(db, '/boat/', facts, now)
  if (!article || 'withdrawn' in article) throw new Error('the article is not there')
  const frame = frameFor(facts, SITE, now)
  const head = articleHead(frame, article, { page: 1, above: [] })
  return {
    leadsToForm: renderToStaticMarkup(Dateline({ frame, article })).includes('href="#respond"'),
    webmention: head.endpoints?.webmention != null,
    pingback: head.endpoints?.pingback != null,
    feeds: head.feeds?.length === 1,
    discussionUrl: JSON.stringify(head.things).includes('"discussionUrl"'),
  }
}

/** What is kept, each by what makes it. */
const KEPT: Record<string, (start: FileStart) => Promise<unknown>> = {
  page,
  async rest(start) {
    const [post] = await readPosts(start, [articleId], new Set(['comment_status']))
    return post?.shape.comment_status
  },
  async api(start) {
    const [article] = await readArticles(start, [articleId], false)
    return article?.commentsOpen
  },
  async feed(start) {
    const { items } = await getSiteFeed(start)
    return items.map(({ comments }) => comments !== null)
  },
}

/** What one of them says at a moment, and until when it is kept. */
async function kept(name: string, now: Date) {
  const context: PageContext = { requestId: '', url: '', clientAddress: '', queries: 0, tags: new Set() }
  const start = await startAt(now)
  return { says: await runInPageContext(context, async () => KEPT[name]?.(start)), until: context.expiresAt }
}

const all = (yes: boolean) => ({ leadsToForm: yes, webmention: yes, pingback: yes, feeds: yes, discussionUrl: yes })
const OPEN: Record<string, unknown> = { page: all(true), rest: 'open', api: true, feed: [true] }
const CLOSED: Record<string, unknown> = { page: all(false), rest: 'closed', api: false, feed: [false] }

test.each(Object.keys(KEPT))(
  '%s says that the discussion is open until the moment of its closing, and no longer',
  async (name) => {
    expect(await kept(name, before)).toEqual({ says: OPEN[name], until: closing })
    expect(await kept(name, closing)).toEqual({ says: CLOSED[name], until: undefined })
  },
)

test.each(Object.keys(KEPT))(
  '%s is kept without end where nothing closes, and where all is closed already',
  async (name) => {
    await closeAfter(0)
    expect(await kept(name, closing)).toEqual({ says: OPEN[name], until: undefined })
    await closeAfter(14)
    await setOpen(false)
    expect(await kept(name, before)).toEqual({ says: CLOSED[name], until: undefined })
  },
)

test('a preview has the form that readers get, and the desk says what they see', async () => {
  const seen = async (now: Date) => {
    const { facts } = await startAt(now)
    const preview = await getPreview(ines, site.db, articleId, facts, now)
    if (!preview) throw new Error('there is no preview')
    const frame = frameFor(facts, SITE, now)
    const html = renderToStaticMarkup(PreviewedDiscussion({ frame, article: preview.article, shown: null }))
    return { form: html.includes('<fieldset'), desk: (await getCase(site.db, ines, 1, now))?.article.commentsOpen }
  }
  expect(await seen(before)).toEqual({ form: true, desk: true })
  expect(await seen(closing)).toEqual({ form: false, desk: false })
})
