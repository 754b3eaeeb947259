import { recountArchives } from '@/lib/archives/mutations'
import { type ArticleInput, UNSAID } from '@/lib/articles/input'
import { insertArticles } from '@/lib/articles/mutations'
import { type CommentInput, insertComments } from '@/lib/comments/mutations'
import type { Database } from '@/lib/db'
import { changed, transact } from '@/lib/invalidation'
import { escapeHtml } from '@/lib/markup/escape'
import type { Image } from '@/lib/media/image'
import { SITE_TAG } from '@/lib/site/facts'
import { CategoryTree } from '@/lib/taxonomy/category-tree'
import { sortName } from '@/lib/taxonomy/sort-name'
import { NEWEST, YEARS_MS } from './moments'
import { Random } from './random'
import { inventedName, makeBody, makeHeadline, type Sentences } from './texts'

/** What a large site consists of besides its articles. */
const SECTIONS = 8
const SUBSECTIONS = 3
const TAGS = 2_000
/** So many are written in one transaction: a second or so, in which nobody else has anything to write. */
const ARTICLES_AT_ONCE = 300
const COMMENTS_AT_ONCE = 600
/** A batch of comments goes to so many articles. */
const SPREAD = 10

/**
 * Fills a database with the articles of a large site, the same at every run: for measuring. An interrupted run is begun
 * anew in an empty database.
 */
export async function seedArticles(
  db: Database,
  { total, authors, pictures }: { total: number; authors: number; pictures: Image[] },
  sentences: Sentences[],
  progress: (done: number) => void,
): Promise<void> {
  const world = await makeWorld(db, authors, pictures)
  const keys = new Set<string>()
  for (let from = 0; from < total; from += ARTICLES_AT_ONCE) {
    const count = Math.min(ARTICLES_AT_ONCE, total - from)
    const inputs = Array.from({ length: count }, (_, i) => makeArticle(from + i, total, sentences, world))
    const { touched } = await transact(db, (tx) =>
      insertArticles(tx, inputs, { timeZone: 'UTC', categories: world.tree }),
    )
    for (const key of touched.keys) keys.add(key)
    progress(from + count)
  }
  await recountArchives(db, keys)
}

type World = { tree: CategoryTree; leaves: number[]; authors: number[]; tags: number[]; pictures: Image[] }

async function makeWorld(db: Database, authorCount: number, pictures: Image[]): Promise<World> {
  return transact(db, async (tx) => {
    const leaves: number[] = []
    for (let position = 0; position < SECTIONS; position++) {
      const name = inventedName(position + 100)
      const slug = name.toLowerCase()
      const { id: parentId } = await tx.category.create({ data: { slug, path: slug, name, position } })
      leaves.push(parentId)
      for (let child = 0; child < SUBSECTIONS; child++) {
        const childName = inventedName(1000 + position * SUBSECTIONS + child)
        const childSlug = childName.toLowerCase()
        const data = { slug: childSlug, path: `${slug}/${childSlug}`, name: childName, position: child, parentId }
        leaves.push((await tx.category.create({ data })).id)
      }
    }
    const authors = await tx.author.createManyAndReturn({
      data: Array.from({ length: authorCount }, (_, i) => ({
        slug: `${inventedName(i).toLowerCase()}-${i}`,
        name: `${inventedName(i)} ${inventedName(i + 5000)}`,
        bio: 'Invented for measuring.',
        // Every third has a picture of their own, the newest ones not: those stand in articles.
        ...(i % 3 === 0 && portraitOf(pictures.at(-1 - i))),
      })),
      select: { id: true },
    })
    const tags = await tx.tag.createManyAndReturn({
      data: Array.from({ length: TAGS }, (_, i) => {
        const name = `${inventedName(i + 9000)} ${i}`
        return { slug: `tag-${i}`, name, sortName: sortName(name) }
      }),
      select: { id: true },
    })
    changed(tx, SITE_TAG)
    return {
      tree: new CategoryTree(await tx.category.findMany()),
      leaves,
      authors: authors.map(({ id }) => id),
      tags: tags.map(({ id }) => id),
      pictures,
    }
  })
}

const portraitOf = (picture: Image | undefined) =>
  picture && { portrait: { src: picture.src, width: picture.width, height: picture.height } }

/** Article `number` of `total`, the newest first. */
function makeArticle(number: number, total: number, sentences: Sentences[], world: World): ArticleInput {
  const random = new Random(number + 1)
  const language = random.below(10) ? sentences[0] : random.pick(sentences)
  if (!language) throw new Error('there is nothing to make texts of')
  const slug = `${inventedName(random.below(100_000)).toLowerCase()}-${number + 1}`
  const publishedAt = new Date(NEWEST - (number / total) * YEARS_MS - random.below(3_600_000))
  const primaryCategoryId = random.skewed(world.leaves)
  const others = random.below(3) ? [] : [random.pick(world.leaves)]
  const { picture, shown } = picturesOf(number, world.pictures)
  return {
    kind: 'ARTICLE',
    status: 'PUBLISHED',
    path: `/${slug}/`,
    slug,
    headline: makeHeadline(random, language.sentences),
    kicker: null,
    dek: random.pick(language.sentences),
    excerpt: null,
    label: random.below(10) ? 'NEWS' : 'ANALYSIS',
    body: makeBody(random, language, 350 + random.below(300)) + figureOf(shown),
    locale: language.locale,
    bylineOverride: null,
    leadImage: random.below(2) ? (picture ?? FERRY) : null,
    document: null,
    ...UNSAID,
    missingImages: [],
    commentsOpen: true,
    pinnedUntil: null,
    publishAt: null,
    publishedAt,
    publishedDay: null,
    revisedAt: null,
    trashedAt: null,
    createdAt: publishedAt,
    primaryCategoryId,
    categoryIds: [...new Set([primaryCategoryId, ...others])],
    tagIds: [...new Set([random.skewed(world.tags), random.skewed(world.tags), random.pick(world.tags)])],
    authorIds: [...new Set([random.skewed(world.authors), ...(random.below(5) ? [] : [random.pick(world.authors)])])],
    parentId: null,
    position: 0,
    guid: `urn:broadsheet:seed:${number + 1}`,
    source: null,
    corrections: [],
  }
}

const FERRY: Image = { src: '/demo/ferry.svg', alt: '', caption: '', credit: '', width: 1200, height: 800 }

/** By numbers of their own: a site without a library is the same in all else. Every fourth article shows one in its text. */
function picturesOf(number: number, pictures: Image[]): { picture: Image | null; shown: Image | null } {
  if (!pictures.length) return { picture: null, shown: null }
  const random = new Random(3_000_000 + number)
  return { picture: random.skewed(pictures), shown: random.below(4) ? null : random.pick(pictures) }
}

function figureOf(image: Image | null): string {
  if (!image) return ''
  const { src, alt, width, height } = image
  return `\n<figure><img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}" width="${width}" height="${height}"></figure>`
}

/** Which of the batches of comments a process writes: every `parts`-th from `part` on. */
export type SeedPart = { part: number; parts: number }

/**
 * Writes the comments of a part: most articles get a few, some hundreds. A batch depends on nothing but its number, so
 * several processes write one site.
 */
export async function seedComments(
  db: Database,
  total: number,
  sentences: string[],
  { part, parts }: SeedPart,
  progress: (done: number) => void,
): Promise<void> {
  const articles = await db.article.findMany({ orderBy: { id: 'asc' }, select: { id: true } })
  const articleIds = articles.map(({ id }) => id)
  for (let batch = part; batch * COMMENTS_AT_ONCE < total; batch += parts) {
    const from = batch * COMMENTS_AT_ONCE
    const count = Math.min(COMMENTS_AT_ONCE, total - from)
    await transact(db, (tx) => insertComments(tx, makeComments(batch, from, count, total, articleIds, sentences)))
    progress(from + count)
  }
}

function makeComments(
  batch: number,
  from: number,
  count: number,
  total: number,
  articleIds: number[],
  sentences: string[],
): (CommentInput & { id: number })[] {
  const random = new Random(1_000_000 + batch)
  // Every tenth batch is one long thread; the others are spread over several articles.
  const long = random.below(10) === 0 ? random.skewed(articleIds) : null
  const articles = Array.from({ length: SPREAD }, () => long ?? random.skewed(articleIds))
  return Array.from({ length: count }, (_, i) => {
    const writer = inventedName(random.below(50_000))
    return {
      id: from + i + 1,
      articleId: articles[i % SPREAD] ?? 0,
      parentId: i >= SPREAD && random.below(3) === 0 ? from + i + 1 - SPREAD : null,
      status: random.below(20) ? 'APPROVED' : random.below(2) ? 'HELD' : 'SPAM',
      kind: 'COMMENT',
      authorName: writer,
      authorUrl: null,
      text: random.pick(sentences),
      createdAt: new Date(NEWEST - (total - from - i) * 700),
      email: `${writer}@ellerhaven.example`,
      address: '',
      userAgent: '',
      moderatedBy: 'seed',
      source: null,
    }
  })
}

const IDS_AT_ONCE = 500

/** Writes every article's count of approved comments: articles with the same count together. */
export async function countAllComments(db: Database): Promise<void> {
  const counts = await db.comment.groupBy({ by: ['articleId'], where: { status: 'APPROVED' }, _count: { _all: true } })
  const idsByCount = new Map<number, number[]>()
  for (const { articleId, _count } of counts) {
    const ids = idsByCount.get(_count._all)
    if (ids) ids.push(articleId)
    else idsByCount.set(_count._all, [articleId])
  }
  for (const [commentCount, ids] of idsByCount) {
    for (let i = 0; i < ids.length; i += IDS_AT_ONCE) {
      await db.article.updateMany({ where: { id: { in: ids.slice(i, i + IDS_AT_ONCE) } }, data: { commentCount } })
    }
  }
}
