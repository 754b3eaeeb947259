import type { ArticleKind } from '@/generated/sqlite/enums'
import { writersOf } from '@/lib/articles/byline-roles'
import { readBylines } from '@/lib/articles/card-queries'
import { displayText } from '@/lib/articles/display-text'
import { encodePath } from '@/lib/articles/paths'
import type { Author } from '@/lib/authors/author'
import { isShownOpen } from '@/lib/comments/shown-open'
import type { Database } from '@/lib/db'
import { wholeText } from '@/lib/feeds/whole-text'
import { parseImage } from '@/lib/media/image'
import { mediaTag } from '@/lib/media/mutations'
import { dependsOn, expiresAt } from '@/lib/page-context'
import type { FileStart } from '@/lib/site/page-frame'
import { changedAt } from '@/lib/sitemaps/changes'
import { categoryTag, tagTag } from '@/lib/taxonomy/shown-tags'
import { type Fields, wants } from './fields'
import { postLinks } from './links'
import { sourcedNumber, termNumber } from './numbers'
import { encodeSlug, paragraph, rendered, times } from './shapes'

const select = {
  id: true,
  kind: true,
  status: true,
  path: true,
  slug: true,
  headline: true,
  excerpt: true,
  locale: true,
  guid: true,
  publishedAt: true,
  revisedAt: true,
  bylineOverride: true,
  leadImage: true,
  missingImages: true,
  sourceSite: true,
  sourceId: true,
  commentsOpen: true,
  commentCount: true,
  pinnedUntil: true,
  position: true,
  parent: { select: { id: true, status: true, sourceSite: true, sourceId: true } },
  categories: { select: { categoryId: true } },
  tags: { select: { tag: { select: { id: true, wordpressId: true, slug: true, name: true, description: true } } } },
} as const

type TagRow = { id: number; wordpressId: number | null; slug: string; name: string; description: string }
/** A post as WordPress shows it, with what its links lead to. */
export type Post = {
  shape: Record<string, unknown>
  id: number
  number: number
  kind: ArticleKind
  url: string
  author: Author | undefined
  lead: MediaOfPost | null
  parentId: number | null
  categoryIds: number[]
  tags: TagRow[]
  commentCount: number
}
export type MediaOfPost = Awaited<ReturnType<typeof readLeads>> extends Map<string, infer Row> ? Row : never

/** The published ones of these articles, in their order. Six queries, however many there are. */
export async function readPosts(start: FileStart, ids: readonly number[], fields: Fields): Promise<Post[]> {
  if (!ids.length) return []
  const { db, facts, siteUrl, now } = start
  const { timeZone } = facts.site
  const withText = wants(fields, 'content')
  const found = await db.article.findMany({ where: { id: { in: [...ids] } }, select: { ...select, body: withText } })
  dependsOn(...found.map(({ id }) => `article:${id}`))
  const rows = found.filter(({ status }) => status === 'PUBLISHED')
  if (!rows.length) return []
  const bylines = await readBylines(db, rows, facts)
  const leads = await readLeads(
    db,
    rows.flatMap(({ leadImage }) => parseImage(leadImage)?.src ?? []),
  )
  const posts = rows.map((row): Post => {
    const publishedAt = row.publishedAt ?? new Date(0)
    const base = row.kind === 'PAGE' ? 'pages' : 'posts'
    const byline = bylines.get(row.id)
    const [author] = byline ? writersOf(byline) : []
    const lead = leads.get(parseImage(row.leadImage)?.src ?? '') ?? null
    // It may be withdrawn, or appear.
    if (row.parent) dependsOn(`article:${row.parent.id}`)
    const parent = row.parent?.status === 'PUBLISHED' ? row.parent : null
    const isSticky = row.pinnedUntil !== null && row.pinnedUntil > now
    if (isSticky && row.pinnedUntil) expiresAt(row.pinnedUntil)
    const url = siteUrl + encodePath(row.path)
    const number = sourcedNumber(row, facts.numberedSite)
    const numbers = {
      author: author ? termNumber(author.id, facts.numbers.authors.get(author.id)) : 0,
      media: lead ? sourcedNumber(lead, facts.numberedSite) : 0,
      parent: parent ? sourcedNumber(parent, facts.numberedSite) : 0,
    }
    const categoryIds = row.categories.map(({ categoryId }) => categoryId)
    const tags = row.tags.map(({ tag }) => tag)
    dependsOn(...tags.map(({ id }) => tagTag(id)), ...categoryIds.map(categoryTag))
    const shape = {
      id: number,
      ...times('date', publishedAt, timeZone),
      guid: { rendered: row.guid ?? url },
      ...times('modified', changedAt(row) ?? publishedAt, timeZone),
      slug: encodeSlug(row.slug),
      status: 'publish',
      type: row.kind === 'PAGE' ? 'page' : 'post',
      link: url,
      lang: row.locale,
      title: rendered(displayText(row.headline, row.sourceSite)),
      content: { rendered: withText ? wholeText(row, siteUrl) : '', protected: false },
      excerpt: { rendered: paragraph(displayText(row.excerpt, row.sourceSite)), protected: false },
      author: numbers.author,
      featured_media: numbers.media,
      ...(row.kind === 'PAGE' && { parent: numbers.parent, menu_order: row.position }),
      comment_status: isShownOpen(row, facts.comments, now) ? 'open' : 'closed',
      ping_status: 'closed',
      ...(row.kind === 'ARTICLE' && { sticky: isSticky }),
      template: '',
      ...(row.kind === 'ARTICLE' && { format: 'standard' }),
      meta: [],
      ...(row.kind === 'ARTICLE' && {
        categories: categoryIds.map((id) => termNumber(id, facts.numbers.categories.get(id))),
        tags: tags.map(({ id, wordpressId }) => termNumber(id, wordpressId)),
      }),
      _links: postLinks(siteUrl, { id: number, base, ...numbers }),
    }
    const { id, kind, commentCount } = row
    return { shape, id, number, kind, url, author, lead, parentId: parent?.id ?? null, categoryIds, tags, commentCount }
  })
  const places = new Map(ids.map((id, place) => [id, place]))
  return posts.sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0))
}

/** What the library has of pictures, by their paths. One query. */
async function readLeads(db: Database, paths: string[]) {
  if (!paths.length) return new Map<string, never>()
  const rows = await db.media.findMany({
    where: { path: { in: paths } },
    select: {
      ...{ id: true, path: true, mimeType: true, alt: true, caption: true, width: true, height: true, createdAt: true },
      ...{ sourceSite: true, sourceId: true },
    },
  })
  dependsOn(...rows.map(({ id }) => mediaTag(id)))
  return new Map(rows.map((row) => [row.path, row]))
}
