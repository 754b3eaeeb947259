import type { Prisma } from '@/generated/sqlite/client'
import { mediaTag } from '@/lib/media/mutations'
import { dependsOn } from '@/lib/page-context'
import type { FileStart } from '@/lib/site/page-frame'
import { otherSources, ownArticles, sources } from './number-queries'
import { partNumbers, sourcedNumber } from './numbers'
import type { Asked } from './parameters'
import type { MediaOfPost } from './post-queries'
import { mediaShape } from './shapes'
import { spanOf } from './sifting'

const select = {
  ...{ id: true, path: true, mimeType: true, alt: true, caption: true, width: true, height: true, createdAt: true },
  ...{ sourceSite: true, sourceId: true },
  article: { select: { id: true, status: true, sourceSite: true, sourceId: true } },
} as const

/** A file is public while the article is to which it belongs; the name of any other could tell of a draft. */
const PUBLIC = {
  // Said this way round SQLite reads the library in its order, instead of every published article. What belongs to none
  // is not public: of nothing neither is true.
  article: { NOT: { status: { not: 'PUBLISHED' } } },
} satisfies Prisma.MediaWhereInput

/** A page of the library, the newest first, and how many there are. Three queries at most. */
export async function listMedia(start: FileStart, asked: Asked) {
  const { db, facts } = start
  dependsOn('search')
  const parents = asked.integers('parent')
  const include = asked.integers('include')
  const exclude = asked.integers('exclude')
  const type = asked.text('mime_type') ?? asked.text('media_type')
  const where: Prisma.MediaWhereInput = {
    ...PUBLIC,
    id: { gt: 0 },
    ...(parents && { articleId: { in: await ownArticles(db, facts, parents) } }),
    ...(type && { mimeType: asked.has('mime_type') ? type : { startsWith: `${type}/` } }),
    AND: [...(include ? [{ OR: conditions(start, include) }] : []), ...(exclude ? others(start, exclude) : [])],
  }
  const order = asked.text('order') === 'asc' ? ('asc' as const) : ('desc' as const)
  const [rows, total] = await Promise.all([
    db.media.findMany({ where, orderBy: { id: order }, ...spanOf(asked), select }),
    db.media.count({ where }),
  ])
  dependsOn(...rows.map(({ id }) => mediaTag(id)))
  return { page: rows.map((row) => shapeOf(start, row, row.article)), total }
}

/** One query. */
export async function readMedia(start: FileStart, number: number): Promise<Record<string, unknown> | null> {
  dependsOn('search')
  const row = await start.db.media.findFirst({ where: { ...PUBLIC, OR: conditions(start, [number]) }, select })
  if (!row || sourcedNumber(row, start.facts.numberedSite) !== number) return null
  dependsOn(mediaTag(row.id))
  return shapeOf(start, row, row.article)
}

function conditions({ facts }: FileStart, numbers: number[]) {
  const { wordpress, own } = partNumbers(numbers)
  return sources(facts.numberedSite, wordpress, own)
}

function others({ facts }: FileStart, numbers: number[]) {
  const { wordpress, own } = partNumbers(numbers)
  return otherSources(facts.numberedSite, wordpress, own)
}

type Article = { id: number; sourceSite: string | null; sourceId: number | null }

export function shapeOf({ facts, siteUrl }: FileStart, row: MediaOfPost, article: Article | null) {
  const { numberedSite, site, unfinishedPictures } = facts
  const number = sourcedNumber(row, numberedSite)
  const post = article ? sourcedNumber(article, numberedSite) : 0
  return mediaShape(siteUrl, { ...row, number }, post, site.timeZone, unfinishedPictures)
}
