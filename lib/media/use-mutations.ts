import type { Prisma } from '@/generated/sqlite/client'
import { insertRows } from '@/lib/database/insert-rows'
import type { Database, Tx } from '@/lib/db'
import { enqueue } from '@/lib/jobs/mutations'
import { parseImage } from './image'
import { usedIn } from './uses'
import { libraryWords } from './words'

type Text = Parameters<typeof usedIn>[0]
type Use = { articleId: number; path: string; place: string }

/** Writes down what articles use that had nothing written down. */
export async function addUses(tx: Tx, articles: readonly ({ articleId: number } & Text)[]): Promise<void> {
  await write(
    tx,
    articles.flatMap(({ articleId, ...text }) => usedIn(text).map((use) => ({ articleId, ...use }))),
  )
}

/** What an article used before it is written anew; its working copy uses what it did. */
export async function forgetUses(tx: Tx, articleId: number): Promise<void> {
  await tx.mediaUse.deleteMany({ where: { articleId, place: { not: 'copy' } } })
}

/** What the working copy of an article uses; null: it has none any more. */
export async function noteCopyUses(tx: Tx, articleId: number, copy: Text | null): Promise<void> {
  await tx.mediaUse.deleteMany({ where: { articleId, place: 'copy' } })
  if (copy)
    await write(
      tx,
      usedIn(copy).map(({ path }) => ({ articleId, path, place: 'copy' })),
    )
}

async function write(tx: Tx, uses: readonly Use[]): Promise<void> {
  if (!uses.length) return
  const ids = await idsByPath(tx, [...new Set(uses.map(({ path }) => path))])
  const rows = new Map<string, { mediaId: number; articleId: number; place: string }>()
  for (const { articleId, path, place } of uses) {
    const mediaId = ids.get(path)
    if (mediaId !== undefined) rows.set(`${mediaId} ${articleId} ${place}`, { mediaId, articleId, place })
  }
  await insertRows(tx, 'MediaUse', [...rows.values()])
}

const KEPT_HERE = /^\/(?:media|wp-content\/uploads)\//

/** Also by the address that a file had before it was replaced: somebody may still have had it open. */
async function idsByPath(tx: Tx, paths: string[]): Promise<Map<string, number>> {
  const rows = await tx.media.findMany({ where: { path: { in: paths } }, select: { id: true, path: true } })
  const ids = new Map(rows.map(({ id, path }) => [path, id]))
  const unknown = paths.filter((path) => !ids.has(path) && KEPT_HERE.test(path))
  if (!unknown.length) return ids
  const moved = await tx.redirect.findMany({
    where: { fromPath: { in: unknown } },
    select: { fromPath: true, toPath: true },
  })
  if (!moved.length) return ids
  const targets = await tx.media.findMany({
    where: { path: { in: moved.map(({ toPath }) => toPath) } },
    select: { id: true, path: true },
  })
  for (const { fromPath, toPath } of moved) {
    const target = targets.find(({ path }) => path === toPath)
    if (target) ids.set(fromPath, target.id)
  }
  return ids
}

const AT_ONCE = 100

/** Asks for the whole library to be looked through: files have come by another way than articles that name them. */
export const orderLookThrough = (tx: Tx, now: Date): Promise<void> => orderStep(tx, 0, now)

const orderStep = (tx: Tx, after: number, now: Date): Promise<void> =>
  enqueue(tx, { kind: 'media.lookThrough', payload: { after }, runAt: now, key: `media.lookThrough ${after}` }, now)

/** Finds out anew what a hundred articles use, and goes on with the next. */
export async function lookThrough(tx: Tx, { after }: { after: number }, now: Date): Promise<void> {
  const ids = await noteUsesAnew(tx, { id: { gt: after } })
  const last = ids.at(-1)
  if (ids.length === AT_ONCE && last !== undefined) await orderStep(tx, last, now)
}

/** What the first hundred of these articles use, and their working copies; answers which they are. */
export async function noteUsesAnew(tx: Tx, where: Prisma.ArticleWhereInput): Promise<number[]> {
  const rows = await tx.article.findMany({
    where,
    orderBy: { id: 'asc' },
    take: AT_ONCE,
    select: { id: true, leadImage: true, body: true, workingCopy: { select: { content: true } } },
  })
  const ids = rows.map(({ id }) => id)
  await tx.mediaUse.deleteMany({ where: { articleId: { in: ids } } })
  await addUses(
    tx,
    rows.map(({ id, leadImage, body }) => ({ articleId: id, leadImage: parseImage(leadImage), body })),
  )
  for (const { id, workingCopy } of rows) {
    if (workingCopy) await noteCopyUses(tx, id, textOf(workingCopy.content))
  }
  return ids
}

/** What is used of a content, whose other parts are none of the library's business. */
function textOf(content: unknown): Text {
  const { leadImage = null, body = '' } = content as { leadImage?: unknown; body?: unknown }
  return { leadImage: parseImage(leadImage), body: typeof body === 'string' ? body : '' }
}

/** Notes by what files are found that were here before the library was searched, or came without it. */
export async function indexWords(db: Database): Promise<void> {
  for (let after = 0; ; ) {
    const rows = await db.media.findMany({
      where: { words: '', id: { gt: after } },
      orderBy: { id: 'asc' },
      take: AT_ONCE,
      select: { id: true, path: true, title: true, alt: true, caption: true, credit: true, originalName: true },
    })
    const last = rows.at(-1)
    if (!last) return
    await db.$transaction(async (tx) => {
      for (const { id, ...said } of rows)
        await tx.media.update({ where: { id }, data: { words: libraryWords(said) }, select: { id: true } })
    })
    after = last.id
  }
}
