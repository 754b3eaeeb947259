import { recordDone } from '@/lib/audit/mutations'
import { may, type Viewer } from '@/lib/auth/permissions'
import type { Database, Tx } from '@/lib/db'
import { changed, transact } from '@/lib/invalidation'
import { cancelJob, enqueue } from '@/lib/jobs/mutations'
import { getSiteFacts, PICTURES_TAG } from '@/lib/site/facts'
import { pictureAt, RATIOS } from './address'
import { whoseMedia } from './admin-queries'
import { parseImage, parseMissing } from './image'
import type { MediaWords } from './library-schema'
import { mediaTag, noteMissingImages } from './mutations'
import { isPortrait } from './portrait'
import { pictureTag } from './sources'
import { enqueueAvif } from './upload-mutations'
import { filesOf, isOfFile, pathOf, shownAs } from './uses'
import { libraryWords } from './words'

export type MediaRefusal = { ok: false; reason: 'forbidden' | 'gone' | 'used' | 'sure' | 'portrait' | 'overtaken' }
export const refuse = <Reason extends string>(reason: Reason) => ({ ok: false as const, reason })

const ownSelect = {
  ...{ id: true, path: true, uploaderId: true, originalName: true, title: true },
  ...{ focalX: true, focalY: true, hash: true, editedAt: true },
} as const

export const findOwn = (tx: Tx, id: number) => tx.media.findUnique({ where: { id }, select: ownSelect })

/** What is said of a file of the library, and what of it must stay in sight; articles keep their own words. */
export function editMedia(
  db: Database,
  { id, seen, ...said }: MediaWords,
  actor: Viewer,
  now: Date,
): Promise<{ ok: true } | MediaRefusal> {
  return transact(db, async (tx) => {
    const was = await findOwn(tx, id)
    if (!was) return refuse('gone')
    if (!may(actor, 'media.edit', whoseMedia(actor, was))) return refuse('forbidden')
    if (seen !== (was.editedAt?.toISOString() ?? '')) return refuse('overtaken')
    const alt = said.decorative ? '' : said.alt
    const words = libraryWords({ ...was, ...said, alt })
    const data = { ...said, alt, words, editedAt: now }
    const { count } = await tx.media.updateMany({ where: { id, editedAt: was.editedAt }, data })
    if (count !== 1) return refuse('overtaken')
    const moved = was.focalX !== said.focalX || was.focalY !== said.focalY
    if (moved && pictureAt(was.path)) await cutAnew(tx, id, was.path, now)
    const details = { did: 'edit', path: was.path, ...(moved && { focal: [said.focalX, said.focalY] }) }
    await recordDone(tx, actor, { act: 'media.edit', object: `media:${id}`, details }, now)
    changed(tx, mediaTag(id))
    return { ok: true }
  })
}

/** Its crops are made around another point; until then nobody is offered any. */
async function cutAnew(tx: Tx, mediaId: number, path: string, now: Date): Promise<void> {
  await tx.mediaVariant.deleteMany({ where: { mediaId, format: { in: Object.keys(RATIOS) } } })
  await tx.media.update({ where: { id: mediaId }, data: { awaitsVariants: true }, select: { id: true } })
  await enqueueAvif(tx, mediaId, now)
  changed(tx, PICTURES_TAG, pictureTag(path))
}

/** An article that shows it takes a moment, and some show hundreds of articles the same picture. */
const LIMIT_MS = 60_000

/**
 * Takes a file out of the library, and by a job from the disk. What articles show, only editors take away, and they say that
 * they mean it: readers find a gap.
 */
export async function deleteMedia(
  db: Database,
  { id, sure }: { id: number; sure: boolean },
  actor: Viewer,
  now: Date,
): Promise<{ ok: true; articles: number } | MediaRefusal> {
  const { authors } = await getSiteFacts(db)
  return transact(
    db,
    async (tx) => {
      const was = await findOwn(tx, id)
      if (!was) return refuse('gone')
      const whose = whoseMedia(actor, was)
      if (!may(actor, 'media.delete', whose)) return refuse('forbidden')
      const uses = await tx.mediaUse.findMany({ where: { mediaId: id }, select: { articleId: true, place: true } })
      const articles = new Set(uses.map(({ articleId }) => articleId)).size
      if (articles && !may(actor, 'media.deleteUsed', whose)) return refuse('used')
      if (articles && !sure) return refuse('sure')
      // An author's page asks for its picture by itself.
      if ([...authors.values()].some(({ portrait }) => isPortrait(portrait, was.path))) return refuse('portrait')
      const shown = new Set(uses.flatMap(({ articleId, place }) => (place === 'copy' ? [] : [articleId])))
      for (const articleId of shown) await leaveGap(tx, articleId, was)
      await tx.media.delete({ where: { id }, select: { id: true } })
      await cancelJob(tx, `media.avif ${id}`)
      await orderForget(tx, was.path, now)
      const details = { path: was.path, name: was.originalName, articles }
      await recordDone(tx, actor, { act: 'media.delete', object: `media:${id}`, details }, now)
      changed(tx, PICTURES_TAG, mediaTag(id), pictureTag(was.path))
      return { ok: true, articles }
    },
    LIMIT_MS,
  )
}

/** The article shows in its place what it shows of a picture that is not here. */
async function leaveGap(tx: Tx, articleId: number, { id, path }: { id: number; path: string }): Promise<void> {
  const { missingImages, leadImage, body } = await tx.article.findUniqueOrThrow({
    where: { id: articleId },
    select: { missingImages: true, leadImage: true, body: true },
  })
  const shown = shownAs({ leadImage: parseImage(leadImage), body }, path)
  // A size may be a file of its own, or can be made of another.
  const others = await tx.media.findMany({
    where: { path: { in: filesOf(shown.map(pathOf)) }, id: { not: id }, storedAt: { not: null } },
    select: { path: true },
  })
  const gone = shown.filter((src) => !others.some((other) => isOfFile(pathOf(src), other.path)))
  await noteMissingImages(tx, articleId, [...new Set([...parseMissing(missingImages), path, ...gone])])
}

/** Asks for the files of an address to be removed from the disk (lib/media/forget-mutations.ts). */
export const orderForget = (tx: Tx, path: string, now: Date): Promise<void> =>
  enqueue(
    tx,
    { kind: 'media.forget', payload: { path, since: now.getTime() }, runAt: now, key: `media.forget ${path}` },
    now,
  )
