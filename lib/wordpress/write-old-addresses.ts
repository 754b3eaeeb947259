import { foldPath } from '@/lib/articles/paths'
import type { Database, Tx } from '@/lib/db'
import { changed } from '@/lib/invalidation'
import { linkPath } from './addresses'
import type { MediaFiles } from './media-files'
import { attachmentAddress, authorAddress, categoryAddress } from './old-numbers'
import type { Pace } from './pace'
import type { Survey } from './survey'

const AT_ONCE = 50

type Leading = { from: string; to: string }

/** Redirects from addresses by WordPress's numbers of categories, authors and attachments, and from attachments' pages. */
export async function writeOldAddresses(
  db: Database,
  survey: Survey,
  categories: ReadonlyMap<string, number>,
  files: MediaFiles,
  pace: Pace,
): Promise<void> {
  const all = [
    ...(await categoryAddresses(db, survey, categories)),
    ...(await authorAddresses(db, survey)),
    ...(await attachmentAddresses(db, survey, files)),
  ]
  for (let at = 0; at < all.length; at += AT_ONCE) {
    const missing = await withoutKnown(db, all.slice(at, at + AT_ONCE))
    if (missing.length) await pace.transact((tx) => write(tx, missing, survey.exportedAt))
  }
}

async function write(tx: Tx, leading: readonly Leading[], createdAt: Date): Promise<void> {
  const data = leading.map(({ from, to }) => ({ fromPath: from, fromFolded: foldPath(from), toPath: to, createdAt }))
  await tx.redirect.createMany({ data })
  changed(tx, ...data.map(({ fromFolded }) => `path:${fromFolded}`))
}

/** Neither what leads somewhere already nor what is an article's own address. */
async function withoutKnown(db: Database, leading: readonly Leading[]): Promise<Leading[]> {
  const paths = leading.map(({ from }) => from)
  const redirects = await db.redirect.findMany({ where: { fromPath: { in: paths } }, select: { fromPath: true } })
  const articles = await db.article.findMany({
    where: { pathFolded: { in: paths.map(foldPath) } },
    select: { pathFolded: true },
  })
  const known = new Set([...redirects.map(({ fromPath }) => fromPath), ...articles.map(({ pathFolded }) => pathFolded)])
  return leading.filter(({ from }, i) => {
    const isFirst = paths.indexOf(from) === i
    return isFirst && !known.has(from) && !known.has(foldPath(from))
  })
}

/** To where categories are here now. */
async function categoryAddresses(db: Database, survey: Survey, ids: ReadonlyMap<string, number>): Promise<Leading[]> {
  const rows = await db.category.findMany({ select: { id: true, path: true } })
  const paths = new Map(rows.map(({ id, path }) => [id, path]))
  return survey.terms.numbered.flatMap(([number, name]) => {
    const path = paths.get(ids.get(name) ?? 0)
    return path === undefined ? [] : [{ from: categoryAddress(number), to: `/category/${path}/` }]
  })
}

async function authorAddresses(db: Database, survey: Survey): Promise<Leading[]> {
  const where = { sourceSite: survey.key }
  const rows = await db.author.findMany({ where, select: { slug: true, sourceName: true } })
  const merged = await db.mergedSource.findMany({
    where,
    select: { sourceName: true, author: { select: { slug: true } } },
  })
  const slugs = new Map(merged.map(({ sourceName, author }): [string | null, string] => [sourceName, author.slug]))
  for (const { slug, sourceName } of rows) slugs.set(sourceName, slug)
  return [...survey.authors.numbered].flatMap(([id, login]) => {
    const slug = slugs.get(login)
    return slug === undefined || id === 0 ? [] : [{ from: authorAddress(id), to: `/author/${slug}/` }]
  })
}

/** To the article that an attachment belongs to; of one that belongs to none to its file, where that is here. */
async function attachmentAddresses(db: Database, survey: Survey, files: MediaFiles): Promise<Leading[]> {
  const ids = [...survey.media.ids]
  const all: Leading[] = []
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const some = ids.slice(at, at + AT_ONCE).flatMap((id) => survey.media.get(id) ?? [])
    const parents = await db.article.findMany({
      where: {
        sourceSite: survey.key,
        sourceId: { in: some.flatMap(({ parent }) => parent || []) },
        status: 'PUBLISHED',
      },
      select: { sourceId: true, path: true },
    })
    const paths = new Map(parents.map(({ sourceId, path }) => [sourceId, path]))
    for (const { id, parent, link, filePath } of some) {
      const to = paths.get(parent) ?? (files.storedAt(filePath) ? filePath : undefined)
      if (to === undefined) continue
      const page = linkPath(link, survey.base)
      for (const from of [attachmentAddress(id), page]) if (from && from !== '/' && from !== to) all.push({ from, to })
    }
  }
  return all
}
