import type { Prisma } from '@/generated/sqlite/client'
import type { ArticleStatus } from '@/generated/sqlite/enums'
import { mayWith } from '@/lib/articles/editing/ownership'
import { decodePath } from '@/lib/articles/paths'
import { may, type Viewer, type Whose } from '@/lib/auth/permissions'
import type { Author } from '@/lib/authors/author'
import { type Day, dayIn, instantOf } from '@/lib/calendar/days'
import type { Database } from '@/lib/db'
import { getSiteFacts } from '@/lib/site/facts'
import { type LibraryList, readLibraryList, WARNED_DAYS } from './library-list'
import { mediaName } from './media-name'
import { thumbnailOf } from './thumbnail'
import type { StoredPicture } from './upload'
import { filesOf, isOfFile } from './uses'
import { foldedWords } from './words'

const DAY_MS = 86_400_000
export const LIBRARY_PAGE = 30

const lineSelect = {
  ...{ id: true, path: true, mimeType: true, width: true, height: true, bytes: true, storedAt: true, createdAt: true },
  ...{ title: true, originalName: true, alt: true, decorative: true, caption: true, credit: true },
  ...{ licence: true, rightsUntil: true, uploaderId: true, uploaderName: true },
} satisfies Prisma.MediaSelect

export type MediaLine = Prisma.MediaGetPayload<{ select: typeof lineSelect }>

/** Days by which rights are told apart: today's, and the last of which the desk is warned. */
export function rightDays(now: Date, zone: string): { today: Day; warned: Day } {
  return { today: dayIn(zone, now), warned: dayIn(zone, new Date(now.getTime() + WARNED_DAYS * DAY_MS)) }
}

/** A page of the library, what came last first; of what ends soon, what ends first. */
export async function listMedia(
  db: Database,
  viewer: Viewer,
  list: LibraryList,
  now: Date,
): Promise<{ media: MediaLine[]; more: boolean }> {
  if (!may(viewer, 'media.read')) return { media: [], more: false }
  const { site, authors } = await getSiteFacts(db)
  const where = { AND: conditionsOf(list, rightDays(now, site.timeZone).warned, site.timeZone) }
  const orderBy: Order =
    list.view === 'ends' ? [{ rightsUntil: 'asc' }, { id: 'asc' }] : [{ createdAt: 'desc' }, { id: 'desc' }]
  const part = { skip: (list.page - 1) * LIBRARY_PAGE, take: LIBRARY_PAGE + 1 }
  const portraits = list.view === 'unused' ? portraitPaths(authors.values()) : null
  const asked: Pick<Prisma.MediaFindManyArgs, 'where' | 'skip' | 'take'> = portraits?.size
    ? { where: { id: { in: await findOthers(db, { where, orderBy }, portraits, part) } } }
    : { where, ...part }
  const found = await db.media.findMany({ ...asked, orderBy, select: lineSelect })
  return { media: found.slice(0, LIBRARY_PAGE), more: found.length > LIBRARY_PAGE }
}

type Order = Prisma.MediaOrderByWithRelationInput[]

/** Authors are held in memory, and what they show is no use that is written down. */
const portraitPaths = (authors: Iterable<Author>): ReadonlySet<string> =>
  new Set(filesOf([...authors].flatMap(({ portrait }) => (portrait ? [decodePath(portrait.src)] : []))))

const READ_AT_ONCE = 500

/** Ids of a part of a list without what authors show: thousands of those, more than a query could name, are passed over. */
async function findOthers(
  db: Database,
  query: { where: Prisma.MediaWhereInput; orderBy: Order },
  passed: ReadonlySet<string>,
  { skip, take }: { skip: number; take: number },
): Promise<number[]> {
  const ids: number[] = []
  for (let at = 0; ids.length < skip + take; at += READ_AT_ONCE) {
    const rows = await db.media.findMany({ ...query, skip: at, take: READ_AT_ONCE, select: { id: true, path: true } })
    ids.push(...rows.flatMap(({ id, path }) => (passed.has(path) ? [] : [id])))
    if (rows.length < READ_AT_ONCE) break
  }
  return ids.slice(skip, skip + take)
}

function conditionsOf(
  { view, words, licence, uploaderId, month }: LibraryList,
  warned: Day,
  zone: string,
): Prisma.MediaWhereInput[] {
  const isPicture = { mimeType: { startsWith: 'image/' } }
  return [
    ...(view === 'noAlt' ? [{ alt: '', decorative: false, ...isPicture }] : []),
    ...(view === 'noCredit' ? [{ credit: '', ...isPicture }] : []),
    ...(view === 'ends' ? [{ rightsUntil: { lte: warned } }] : []),
    ...(view === 'unused' ? [{ uses: { none: {} } }] : []),
    ...(licence ? [{ licence: licence === 'none' ? '' : licence }] : []),
    ...(uploaderId ? [{ uploaderId }] : []),
    ...(month ? [{ createdAt: { gte: monthStart(zone, month), lt: monthStart(zone, month + 1) } }] : []),
    ...foldedWords(words).map((word) => ({ words: { contains: word } })),
  ]
}

/** Of the thirteenth month too: the next year's first. */
const monthStart = (zone: string, month: number): Date => instantOf(zone, Math.floor(month / 100), month % 100, 1)

/** How many files have rights that end within the days of warning, or have ended: for the desk of whoever may do something. */
export async function countExpiringMedia(db: Database, viewer: Viewer, now: Date): Promise<number> {
  if (!may(viewer, 'media.edit')) return 0
  const { site } = await getSiteFacts(db)
  return db.media.count({ where: { rightsUntil: { lte: rightDays(now, site.timeZone).warned } } })
}

/** A picture of the library to choose, and how it is told from others. */
export type PictureChoice = StoredPicture & { thumbnail: string; name: string }

/** How many are shown to choose from: a glance, words find the others. */
const CHOICES = 12

/** Pictures that can stand in an article, by words of what the library knows of them; without words the newest. */
export async function listPictureChoices(
  db: Database,
  viewer: Viewer,
  typed: string,
  now: Date,
): Promise<PictureChoice[]> {
  const { media } = await listMedia(db, viewer, readLibraryList({ words: typed }), now)
  const choices = media.flatMap((one): PictureChoice[] => {
    const { id, path: src, width, height, alt, caption, credit } = one
    const thumbnail = thumbnailOf(one)
    if (thumbnail === null || width === null || height === null) return []
    return [{ ...{ id, src, width, height, alt, caption, credit, thumbnail }, animated: false, name: mediaName(one) }]
  })
  return choices.slice(0, CHOICES)
}

const MOST_UPLOADERS = 300

/** Who has added something, by name. Two queries, the first of an index alone. */
export async function listUploaders(db: Database, viewer: Viewer): Promise<{ id: string; name: string }[]> {
  if (!may(viewer, 'media.read')) return []
  const rows = await db.media.groupBy({
    by: ['uploaderId'],
    where: { uploaderId: { not: null } },
    orderBy: { uploaderId: 'asc' },
    take: MOST_UPLOADERS,
  })
  return db.user.findMany({
    where: { id: { in: rows.flatMap(({ uploaderId }) => uploaderId ?? []) } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  })
}

/** A page of the library with what stands around it. Five queries. */
export async function getLibrary(db: Database, viewer: Viewer, list: LibraryList, now: Date) {
  const [page, uploaders, expiring] = await Promise.all([
    listMedia(db, viewer, list, now),
    listUploaders(db, viewer),
    countExpiringMedia(db, viewer, now),
  ])
  return { ...page, uploaders, expiring }
}

const itemSelect = {
  ...lineSelect,
  ...{ rights: true, origin: true, takenAt: true, focalX: true, focalY: true, animated: true, awaitsVariants: true },
  ...{ hash: true, sourceUrl: true, editedAt: true },
} satisfies Prisma.MediaSelect

export type MediaUser = { id: number; headline: string; status: ArticleStatus; isLead: boolean; isOnlyCopy: boolean }

export type MediaItem = Prisma.MediaGetPayload<{ select: typeof itemSelect }> & {
  users: MediaUser[]
  /** Articles of others that the viewer may not read, and those beyond the first. */
  otherUsers: number
  /** Authors whose picture it is. */
  portraitOf: string[]
  mayEdit: boolean
  /** Another file may stand in its place: what is shown already is for editors to change. */
  mayReplace: boolean
  mayDelete: boolean
  mayDeleteUsed: boolean
}

export const whoseMedia = (viewer: Viewer, { uploaderId }: { uploaderId: string | null }): Whose =>
  uploaderId === viewer.id ? 'own' : 'other'

/** How many files are here, and how long they are together. One query. */
export async function countFiles(db: Database): Promise<{ files: number; bytes: number }> {
  const { _count, _sum } = await db.media.aggregate({
    where: { storedAt: { not: null } },
    _count: true,
    _sum: { bytes: true },
  })
  return { files: _count, bytes: Number(_sum.bytes ?? 0) }
}

const SHOWN_USERS = 50
/** An article uses a file in three places at most; and some of the latest articles may not be for the viewer to see. */
const READ_USES = 4 * SHOWN_USERS

/** One file with where it is used; null where it is not there, or not for this viewer. Four queries. */
export async function getMedia(db: Database, viewer: Viewer, id: number): Promise<MediaItem | null> {
  if (!may(viewer, 'media.read')) return null
  const row = await db.media.findUnique({ where: { id }, select: itemSelect })
  if (!row) return null
  const { authors } = await getSiteFacts(db)
  const [uses, articles] = await Promise.all([
    db.mediaUse.findMany({
      where: { mediaId: id },
      // In an order that an index has.
      orderBy: [{ articleId: 'desc' }, { place: 'desc' }],
      take: READ_USES,
      select: {
        articleId: true,
        place: true,
        article: {
          select: { headline: true, status: true, ownerId: true, bylines: { select: { authorId: true } } },
        },
      },
    }),
    db.article.count({ where: { mediaUses: { some: { mediaId: id } } } }),
  ])
  const byArticle = new Map(uses.map((use) => [use.articleId, use.article]))
  const readable = [...byArticle].filter(
    ([, { status, ownerId, bylines }]) =>
      status === 'PUBLISHED' ||
      mayWith(viewer, 'articles.read', { ownerId, authorIds: bylines.map(({ authorId }) => authorId) }),
  )
  const places = (articleId: number) => uses.filter((use) => use.articleId === articleId).map(({ place }) => place)
  const users = readable.slice(0, SHOWN_USERS).map(([articleId, { headline, status }]) => ({
    ...{ id: articleId, headline, status },
    isLead: places(articleId).includes('lead'),
    isOnlyCopy: places(articleId).every((place) => place === 'copy'),
  }))
  const whose = whoseMedia(viewer, row)
  const portraitOf = [...authors.values()]
    .filter(({ portrait }) => portrait !== null && isOfFile(decodePath(portrait.src), row.path))
    .map(({ name }) => name)
  const mayDeleteUsed = may(viewer, 'media.deleteUsed', whose)
  const isFree = articles === 0 && portraitOf.length === 0
  return {
    ...row,
    users,
    otherUsers: articles - users.length,
    portraitOf,
    mayEdit: may(viewer, 'media.edit', whose),
    mayDelete: may(viewer, 'media.delete', whose),
    mayReplace: row.mimeType.startsWith('image/') && may(viewer, 'media.edit', whose) && (isFree || mayDeleteUsed),
    mayDeleteUsed,
  }
}
