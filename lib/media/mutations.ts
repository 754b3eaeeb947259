import { Prisma } from '@/generated/sqlite/client'
import { monthOfDay } from '@/lib/calendar/days'
import type { Tx } from '@/lib/db'
import { changed } from '@/lib/invalidation'
import { sitemapTag } from '@/lib/sitemaps/changes'

/** What the library knows of a file, whether or not its bytes are here. */
export type MediaInput = {
  /** Decoded; free, as the caller has made sure. */
  path: string
  mimeType: string
  /** Plain text, as the next two. */
  alt: string
  caption: string
  credit: string
  width: number | null
  height: number | null
  storedAt: Date | null
  createdAt: Date
  sourceUrl: string | null
  source: { site: string; id: number } | null
}

export async function addMedia(tx: Tx, media: MediaInput[]): Promise<void> {
  await tx.media.createMany({ data: media.map(columnsOf) })
}

export async function replaceMedia(tx: Tx, id: number, media: MediaInput): Promise<void> {
  await tx.media.update({ where: { id }, data: columnsOf(media), select: { id: true } })
}

function columnsOf({ source, ...columns }: MediaInput) {
  return { ...columns, sourceSite: source?.site ?? null, sourceId: source?.id ?? null }
}

/** Says which of an article's images are still not here; the others are shown from now on. */
export async function noteMissingImages(tx: Tx, articleId: number, missing: string[]): Promise<void> {
  const { kind, publishedDay } = await tx.article.update({
    where: { id: articleId },
    data: { missingImages: missing.length ? missing : Prisma.DbNull },
    select: { kind: true, publishedDay: true },
  })
  changed(tx, `article:${articleId}`, sitemapTag(kind === 'PAGE' ? 'pages' : monthOfDay(publishedDay ?? 0)))
}
