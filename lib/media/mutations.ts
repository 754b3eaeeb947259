import { Prisma } from '@/generated/sqlite/client'
import { monthOfDay } from '@/lib/calendar/days'
import { updateRows } from '@/lib/database/insert-rows'
import type { Tx } from '@/lib/db'
import { changed } from '@/lib/invalidation'
import { sitemapTag } from '@/lib/sitemaps/changes'
import { libraryWords } from './words'

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
  await tx.media.createMany({ data: media.map((one) => columnsOf(one)) })
}

export async function replaceMedia(tx: Tx, id: number, media: MediaInput): Promise<void> {
  const own = await tx.media.findUniqueOrThrow({ where: { id }, select: { title: true, originalName: true } })
  await tx.media.update({ where: { id }, data: columnsOf(media, own), select: { id: true } })
}

function columnsOf({ source, ...columns }: MediaInput, own = { title: '', originalName: '' }) {
  const words = libraryWords({ ...own, ...columns })
  return { ...columns, words, sourceSite: source?.site ?? null, sourceId: source?.id ?? null }
}

/** Of what shows a file of the library as such (lib/wordpress/rest). */
export const mediaTag = (id: number): string => `media:${id}`

/**
 * Pictures that belong to no public article belong to the first one that is published below them. Their paths by the
 * article's id.
 */
export async function claimPictures(tx: Tx, leads: { articleId: number; path: string }[]): Promise<void> {
  if (!leads.length) return
  const rows = await tx.media.findMany({
    where: { path: { in: leads.map(({ path }) => path) } },
    select: { id: true, path: true, article: { select: { status: true } } },
  })
  const claimed = rows.flatMap(({ id, path, article }) => {
    const lead = leads.find((one) => one.path === path)
    return lead && article?.status !== 'PUBLISHED' ? [{ id, articleId: lead.articleId }] : []
  })
  await updateRows(tx, 'Media', 'id', claimed)
  changed(tx, ...claimed.map(({ id }) => mediaTag(id)))
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
