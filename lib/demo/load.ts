import type { Prisma } from '@/generated/sqlite/client'
import { recount } from '@/lib/archives/mutations'
import { type ArticleInput, UNSAID } from '@/lib/articles/input'
import { insertArticles, type WritingSite } from '@/lib/articles/mutations'
import { articlePath } from '@/lib/articles/paths'
import { newId } from '@/lib/auth/ids'
import { countComments, insertComments, nextCommentId } from '@/lib/comments/mutations'
import type { Database, Tx } from '@/lib/db'
import { changed, transact } from '@/lib/invalidation'
import type { Image } from '@/lib/media/image'
import { SITE_TAG } from '@/lib/site/facts'
import { siteSchema } from '@/lib/site/settings'
import { CategoryTree } from '@/lib/taxonomy/category-tree'
import { sortName } from '@/lib/taxonomy/sort-name'
import { fingerprintOf } from './fingerprint'
import { type DemoReply, parseAge } from './front-matter'
import { DEMO_ACTOR, DEMO_SITE } from './mark'
import { bodyFromMarkdown } from './markdown'
import type { DemoCategory, DemoNewsroom, DemoPage } from './newsroom'

type Ids = { categories: Map<string, number>; tags: Map<string, number>; authors: Map<string, number> }

/** Nobody else is in an empty database yet, so nobody waits; a machine that builds at the same time is slow. */
const LOADING_LIMIT_MS = 120_000

type DrawnNewsroom = Omit<DemoNewsroom, 'articles'> & {
  articles: (DemoNewsroom['articles'][number] & { body: string })[]
}

/** Fills an empty database with the demo newsroom, dated back from `now`, in one transaction. */
export function loadDemo(db: Database, written: DemoNewsroom, now: Date): Promise<void> {
  // Before the transaction: on a busy machine this alone takes seconds.
  const articles = written.articles.map((article) => ({ ...article, body: bodyFromMarkdown(article.markdown) }))
  const newsroom: DrawnNewsroom = { ...written, articles, pages: drawPages(written.pages) }
  return transact(
    db,
    async (tx) => {
      await writeSettings(tx, newsroom)
      const categories = await writeCategories(tx, newsroom.categories)
      const tags = await writeTags(tx, newsroom)
      const authors = await writeAuthors(tx, newsroom)
      await writeUsers(tx, newsroom, authors)
      const tree = new CategoryTree(await tx.category.findMany())
      const site: WritingSite = { timeZone: newsroom.site.timeZone, categories: tree }
      const ids = { categories, tags, authors }
      await writePages(tx, newsroom.pages, null, '/', newsroom.site.locale, site, now)
      await writeArticles(tx, newsroom, ids, site, now)
      // By what it looks like now an import knows later that nobody has changed it (lib/demo/remove.ts).
      const loaded = await fingerprintOf(tx, DEMO_ACTOR)
      const value = { loadedAt: now.toISOString(), loaded } as Prisma.InputJsonObject
      await tx.setting.create({ data: { key: DEMO_SITE, value } })
      changed(tx, SITE_TAG)
    },
    LOADING_LIMIT_MS,
  )
}

function drawPages(pages: DemoPage[]): DemoPage[] {
  return pages.map((page) => ({ ...page, body: bodyFromMarkdown(page.body), children: drawPages(page.children) }))
}

async function writeSettings(tx: Tx, { site, footer, policies, pages }: DemoNewsroom): Promise<void> {
  const titles = new Map(pages.flatMap((page) => titlesOf(page, '')))
  const links = (paths: string[]) => paths.map((path) => ({ title: titles.get(path) ?? path, path: `/${path}/` }))
  const settings = {
    site: { ...siteSchema.parse(site), imprint: `${site.name}, Ellerhaven, 4 Ropewalk Lane. All of it is invented.` },
    footer: { about: links(footer.about), standards: links(footer.standards) },
    policies: Object.fromEntries(Object.entries(policies).map(([name, path]) => [name, `/${path}/`])),
  }
  await tx.setting.createMany({ data: Object.entries(settings).map(([key, value]) => ({ key, value })) })
}

function titlesOf({ slug, title, children }: DemoPage, above: string): [string, string][] {
  const path = above + slug
  return [[path, title], ...children.flatMap((child) => titlesOf(child, `${path}/`))]
}

async function writeCategories(tx: Tx, roots: DemoCategory[]): Promise<Map<string, number>> {
  const ids = new Map<string, number>()
  const write = async (categories: DemoCategory[], parentId: number | null, above: string): Promise<void> => {
    for (const [position, { slug, name, description, locale = null, children }] of categories.entries()) {
      const path = above + slug
      const data = { slug, path, name, description, locale, position, parentId }
      const { id } = await tx.category.create({ data, select: { id: true } })
      ids.set(path, id)
      await write(children, id, `${path}/`)
    }
  }
  await write(roots, null, '')
  return ids
}

async function writeTags(tx: Tx, { articles }: DemoNewsroom): Promise<Map<string, number>> {
  const names = [...new Set(articles.flatMap(({ tags }) => tags))]
  const rows = await tx.tag.createManyAndReturn({
    data: names.map((name) => ({
      name,
      sortName: sortName(name),
      slug: name.toLowerCase().replace(/[^\p{L}\p{N}\p{M}\u200c]+/gu, '-'),
    })),
    select: { id: true, name: true },
  })
  return new Map(rows.map(({ id, name }) => [name, id]))
}

async function writeAuthors(tx: Tx, { authors }: DemoNewsroom): Promise<Map<string, number>> {
  const rows = await tx.author.createManyAndReturn({
    data: authors.map(({ slug, name, bio, portrait, links, locale = null }) => ({
      slug,
      name,
      bio: bio.trim(),
      locale,
      links,
      portrait: picture(portrait, { width: 240, height: 240 }),
    })),
    select: { id: true, slug: true },
  })
  return new Map(rows.map(({ id, slug }) => [slug, id]))
}

/** The people of the newsroom: nobody has a password, so nobody can sign in but by a link of this machine. */
async function writeUsers(tx: Tx, { users }: DemoNewsroom, authors: Map<string, number>): Promise<void> {
  await tx.user.createMany({
    data: users.map(({ name, email, role, author }) => ({
      id: newId(),
      name,
      email,
      role,
      authorId: author === undefined ? null : (authors.get(author) ?? null),
    })),
  })
}

function picture(name: string, image: Partial<Image>): Image {
  return { src: `/demo/${name}.svg`, alt: '', caption: '', credit: '', width: 1200, height: 800, ...image }
}

const blank = {
  status: 'PUBLISHED',
  kicker: null,
  dek: null,
  excerpt: null,
  label: 'NEWS',
  bylineOverride: null,
  leadImage: null,
  document: null,
  ...UNSAID,
  missingImages: [],
  commentsOpen: false,
  pinnedUntil: null,
  publishAt: null,
  publishedDay: null,
  revisedAt: null,
  trashedAt: null,
  primaryCategoryId: null,
  categoryIds: [],
  tagIds: [],
  authorIds: [],
  parentId: null,
  position: 0,
  guid: null,
  source: null,
  corrections: [],
} satisfies Partial<ArticleInput>

async function writePages(
  tx: Tx,
  pages: DemoPage[],
  parentId: number | null,
  above: string,
  locale: string,
  site: WritingSite,
  now: Date,
): Promise<void> {
  if (!pages.length) return
  const { ids } = await insertArticles(
    tx,
    pages.map(({ slug, title, body }, position) => ({
      ...blank,
      kind: 'PAGE',
      path: `${above}${slug}/`,
      slug,
      headline: title,
      body,
      locale,
      publishedAt: now,
      createdAt: now,
      parentId,
      position,
    })),
    site,
  )
  for (const [i, { slug, children }] of pages.entries()) {
    await writePages(tx, children, ids[i] ?? null, `${above}${slug}/`, locale, site, now)
  }
}

async function writeArticles(tx: Tx, newsroom: DrawnNewsroom, ids: Ids, site: WritingSite, now: Date): Promise<void> {
  const known = (map: Map<string, number>, name: string): number => {
    const id = map.get(name)
    if (id === undefined) throw new Error(`the demo newsroom has no "${name}"`)
    return id
  }
  const before = (age: string) => new Date(now.getTime() - parseAge(age))
  const inputs = newsroom.articles.map((article): ArticleInput => {
    const { slug, headline, dek, kicker, label, byline, category, also, image, alt, caption, credit } = article
    const publishedAt = before(article.age)
    const primaryCategoryId = known(ids.categories, category)
    return {
      ...blank,
      kind: 'ARTICLE',
      path: articlePath('/%slug%/', slug, 0),
      slug,
      headline,
      dek,
      kicker: kicker ?? null,
      label: label ? (label.toUpperCase() as Uppercase<typeof label>) : 'NEWS',
      body: article.body,
      locale: article.locale,
      bylineOverride: byline ?? null,
      leadImage: image ? picture(image, { alt, caption, credit }) : null,
      commentsOpen: article.comments === 'open',
      pinnedUntil: article.pinned ? new Date(now.getTime() + parseAge(article.pinned)) : null,
      publishedAt,
      revisedAt: article.revised ? before(article.revised) : null,
      createdAt: publishedAt,
      primaryCategoryId,
      categoryIds: [primaryCategoryId, ...also.map((path) => known(ids.categories, path))],
      tagIds: article.tags.map((name) => known(ids.tags, name)),
      authorIds: article.authors.map((name) => known(ids.authors, name)),
      corrections: article.corrections.map(({ kind, age, text }) => ({
        kind: kind.toUpperCase() as Uppercase<typeof kind>,
        text,
        createdAt: before(age),
      })),
    }
  })
  const written = await insertArticles(tx, inputs, site)
  await recount(tx, written.touched)
  for (const [i, { replies }] of newsroom.articles.entries()) {
    const articleId = written.ids[i]
    if (articleId === undefined || !replies.length) continue
    await writeReplies(tx, replies, articleId, null, before)
    await countComments(tx, articleId)
  }
}

async function writeReplies(
  tx: Tx,
  replies: DemoReply[],
  articleId: number,
  parentId: number | null,
  before: (age: string) => Date,
): Promise<void> {
  for (const { name, age, text, replies: answers } of replies) {
    const id = await nextCommentId(tx)
    await insertComments(tx, [
      {
        id,
        articleId,
        parentId,
        status: 'APPROVED',
        kind: 'COMMENT',
        authorName: name,
        authorUrl: null,
        text: text.trim(),
        createdAt: before(age),
        email: demoEmail(name),
        address: '',
        userAgent: '',
        moderatedBy: DEMO_ACTOR,
        source: null,
      },
    ])
    await writeReplies(tx, answers, articleId, id, before)
  }
}

/** "Orla Pennywhistle" writes from orla.pennywhistle@ellerhaven.example. */
function demoEmail(name: string): string {
  return `${name.toLowerCase().replace(/[^\p{L}\p{N}\p{M}]+/gu, '.')}@ellerhaven.example`
}
