import { Prisma } from '@/generated/sqlite/client'
import { changeTags, shownSelect } from '@/lib/articles/change-tags'
import { holdVersion, Overtaken } from '@/lib/articles/editing/act-mutations'
import { moveAddress } from '@/lib/articles/editing/address-mutations'
import { recordDone } from '@/lib/audit/mutations'
import { may, type Viewer } from '@/lib/auth/permissions'
import { profileTag } from '@/lib/authors/shown-tags'
import type { Database, Tx } from '@/lib/db'
import { changed, transact } from '@/lib/invalidation'
import { cancelJob, enqueue } from '@/lib/jobs/mutations'
import { AUTHORS_TAG, PICTURES_TAG } from '@/lib/site/facts'
import { changedPlaces } from '@/lib/sitemaps/changes'
import { noteChangedPlaces } from '@/lib/sitemaps/mutations'
import { cropPath, cropSizes, pictureAt, variantPath, variantWidths } from './address'
import { whoseMedia } from './admin-queries'
import { parseImage, parseMissing } from './image'
import { orderForget, refuse } from './library-mutations'
import { mediaTag, noteMissingImages } from './mutations'
import { isPortrait } from './portrait'
import { type Replacement, replacedInDocument, replacedInHtml, replacedInImage } from './replaced'
import { pictureTag } from './sources'
import { enqueueAvif } from './upload-mutations'
import { isOfFile, pathOf } from './uses'
import { libraryWords } from './words'

export type ReplaceResult =
  | { ok: true }
  | { ok: false; reason: 'forbidden' | 'gone' | 'same' | 'alreadyHere' | 'shown' | 'noPicture' }

const select = {
  ...{ id: true, path: true, hash: true, width: true, height: true, bytes: true, mimeType: true, animated: true },
  ...{ originalName: true, storedAt: true, uploaderId: true, takenAt: true },
  ...{ title: true, alt: true, caption: true, credit: true },
} as const

/**
 * Puts the file of one item, which was just uploaded, in the place of another's. All that is said of that one stays, its old
 * addresses lead to the new ones, and the articles that show it are written anew by a job; until then they are led. A picture of an
 * archive is an upload from then on, at an upload's address: that its row has a hash tells the next import to leave it alone.
 */
export function replaceFile(
  db: Database,
  { id, byId }: { id: number; byId: number },
  actor: Viewer,
  now: Date,
): Promise<ReplaceResult> {
  return transact(db, async (tx) => {
    const [was, by] = [
      await tx.media.findUnique({ where: { id }, select }),
      await tx.media.findUnique({ where: { id: byId }, select }),
    ]
    if (!was || !by) return refuse('gone')
    const whose = whoseMedia(actor, was)
    if (!may(actor, 'media.edit', whose)) return refuse('forbidden')
    if (!may(actor, 'media.deleteUsed', whose) && (await isShown(tx, was))) return refuse('shown')
    // An archive has other files too, and whoever asks for one of those wants no picture.
    if (!was.mimeType.startsWith('image/')) return refuse('noPicture')
    if (id === byId) return refuse('same')
    // What others have put there, or show, is a picture of its own.
    if ((await isShown(tx, by)) || by.uploaderId !== actor.id || !by.hash) return refuse('alreadyHere')
    await tx.mediaVariant.deleteMany({ where: { mediaId: id } })
    await tx.mediaVariant.updateMany({ where: { mediaId: byId }, data: { mediaId: id } })
    await tx.media.delete({ where: { id: byId }, select: { id: true } })
    await cancelJob(tx, `media.avif ${byId}`)
    const { path, hash, width, height, bytes, mimeType, animated, originalName, storedAt, takenAt } = by
    const words = libraryWords({ ...was, originalName, path })
    const file = { path, hash, width, height, bytes, mimeType, animated, originalName, storedAt, takenAt, words }
    await tx.media.update({
      where: { id },
      data: { ...file, focalX: 0.5, focalY: 0.5, awaitsVariants: true },
      select: { id: true },
    })
    await enqueueAvif(tx, id, now)
    for (const from of addressesOf(was.path)) await moveAddress(tx, from, path, now)
    await orderForget(tx, was.path, now)
    const replacement = { from: was.path, to: path, width: width ?? 0, height: height ?? 0 }
    await movePortraits(tx, replacement)
    await orderMove(tx, id, replacement, 0, now)
    const details = { did: 'replace', from: was.path, to: path, name: originalName }
    await recordDone(tx, actor, { act: 'media.edit', object: `media:${id}`, details }, now)
    changed(tx, PICTURES_TAG, mediaTag(id), mediaTag(byId), pictureTag(was.path))
    return { ok: true }
  })
}

/** By an article, whoever wrote it, or as an author's portrait: then it is not for its owner alone to change. */
async function isShown(tx: Tx, { id, path }: { id: number; path: string }): Promise<boolean> {
  const use = await tx.mediaUse.findFirst({ where: { mediaId: id }, select: { mediaId: true } })
  if (use) return true
  const authors = await tx.author.findMany({ select: { portrait: true } })
  return authors.some(({ portrait }) => isPortrait(portrait, path))
}

/** Everything that was made of a picture, and somebody may have kept the address of. */
function addressesOf(path: string): string[] {
  const picture = pictureAt(path)
  if (!picture) return [path]
  const { key } = picture
  return [
    path,
    ...cropSizes(picture).map((crop) => cropPath(key, crop)),
    ...variantWidths(picture).flatMap((width) => [variantPath(key, width, 'webp'), variantPath(key, width, 'avif')]),
  ]
}

async function movePortraits(tx: Tx, replacement: Replacement): Promise<void> {
  const authors = await tx.author.findMany({ select: { id: true, portrait: true } })
  for (const { id, portrait } of authors) {
    const image = parseImage(portrait)
    const moved = replacedInImage(image, replacement)
    if (!moved || moved === image) continue
    await tx.author.update({ where: { id }, data: { portrait: moved }, select: { id: true } })
    changed(tx, AUTHORS_TAG, profileTag(id))
  }
}

const AT_ONCE = 20

type Order = Replacement & { mediaId: number; after: number }

const orderMove = (tx: Tx, mediaId: number, replacement: Replacement, after: number, now: Date): Promise<void> =>
  enqueue(
    tx,
    {
      kind: 'media.moveUses',
      payload: { mediaId, ...replacement, after },
      runAt: now,
      key: `media.moveUses ${mediaId} ${replacement.from} ${after}`,
    },
    now,
  )

/**
 * Writes twenty of the articles that use a picture anew, and goes on with the next. Overtaken by somebody who writes one of them
 * it has written nothing, and is done again as any job.
 */
export async function moveUses(tx: Tx, { mediaId, after, ...replacement }: Order, now: Date): Promise<void> {
  const uses = await tx.mediaUse.findMany({
    where: { mediaId, articleId: { gt: after } },
    orderBy: { articleId: 'asc' },
    distinct: ['articleId'],
    take: AT_ONCE,
    select: { articleId: true },
  })
  for (const { articleId } of uses) {
    await moveInArticle(tx, articleId, replacement, now)
    await moveInCopy(tx, articleId, replacement)
  }
  const last = uses.at(-1)
  if (last && uses.length === AT_ONCE) await orderMove(tx, mediaId, replacement, last.articleId, now)
}

/** Its words stay, so nobody who edits it is told, and nothing is revised; its pages are drawn anew. */
async function moveInArticle(tx: Tx, id: number, replacement: Replacement, now: Date): Promise<void> {
  const row = await tx.article.findUniqueOrThrow({
    where: { id },
    select: { ...shownSelect, version: true, parentId: true, position: true, body: true, document: true },
  })
  const { version, body, document, ...before } = row
  await holdVersion(tx, { id, version, input: row })
  const leadImage = replacedInImage(parseImage(before.leadImage), replacement)
  const data = {
    body: replacedInHtml(body, replacement),
    document: document === null ? Prisma.DbNull : (replacedInDocument(document, replacement) ?? Prisma.DbNull),
    leadImage: leadImage ?? Prisma.DbNull,
  }
  await tx.article.update({ where: { id }, data, select: { id: true } })
  const missing = [...parseMissing(before.missingImages)]
  // What was not here is.
  const left = missing.filter((src) => !isOfFile(pathOf(src), replacement.from))
  if (left.length < missing.length) await noteMissingImages(tx, id, left)
  const after = { ...before, leadImage, missingImages: left }
  changed(tx, ...changeTags(id, before, after))
  await noteChangedPlaces(
    tx,
    changedPlaces(before, after).map((place) => ({ place, at: now })),
  )
}

async function moveInCopy(tx: Tx, articleId: number, replacement: Replacement): Promise<void> {
  const copy = await tx.workingCopy.findUnique({ where: { articleId }, select: { version: true, content: true } })
  if (!copy || typeof copy.content !== 'object' || copy.content === null || Array.isArray(copy.content)) return
  const { body, ...rest } = copy.content
  const content = replacedInDocument(
    { ...rest, body: typeof body === 'string' ? replacedInHtml(body, replacement) : (body ?? '') },
    replacement,
  )
  const { count } = await tx.workingCopy.updateMany({ where: { articleId, version: copy.version }, data: { content } })
  if (count !== 1) throw new Overtaken()
}
