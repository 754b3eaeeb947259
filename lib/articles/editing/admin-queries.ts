import type { Viewer } from '@/lib/auth/permissions'
import { type Day, dayIn } from '@/lib/calendar/days'
import type { Database } from '@/lib/db'
import { getSiteFacts } from '@/lib/site/facts'
import type { PathPattern } from '../paths'
import type { AddressFacts } from './address'
import { type Content, contentOf, contentSchema } from './content'
import { type Copy, readCopy } from './copy-mutations'
import type { Holder } from './lock-mutations'
import { filedAsMerged } from './merged-queries'
import { mayWith } from './ownership'
import { ownedOf, readOwned, readStored, type Stored } from './stored-queries'

/** All that the editor opens with. */
export type Editing = {
  article: Stored
  /** What is edited: the working copy's where there is one. */
  content: Content
  copy: Copy | null
  /** Who else has it open. */
  lockedBy: Holder | null
}

/** An article as whoever may edit it finds it; null where it is not there for them. */
export async function getEditing(actor: Viewer, db: Database, id: number, now: Date): Promise<Editing | null> {
  const article = await readStored(db, id)
  if (!article || !mayWith(actor, 'articles.edit', ownedOf(article))) return null
  const copy = await readCopy(db, id)
  const lockedBy = await db.editLock.findUnique({
    where: { articleId: id, expiresAt: { gt: now }, holderId: { not: actor.id } },
    select: { holderName: true, typedAt: true },
  })
  const content = copy ? await filedAsMerged(db, copy.content) : contentOf(article.input)
  return { article, content, copy, lockedBy }
}

/** What decides where an article lives, for whoever writes it to see before it is saved. */
export async function getAddress(
  db: Database,
  { input }: Stored,
  { parentId }: Content,
  now: Date,
): Promise<{ facts: AddressFacts; by: [pattern: PathPattern, day: Day] }> {
  const { site } = await getSiteFacts(db)
  const parent =
    parentId === null ? null : await db.article.findUnique({ where: { id: parentId }, select: { path: true } })
  const { kind, path, slug, publishedAt, publishAt } = input
  const facts = { kind, path, slug, hasBeenPublic: publishedAt !== null, parentPath: parent?.path ?? null }
  return { facts, by: [site.pathPattern, dayIn(site.timeZone, publishAt ?? now)] }
}

/** What the editor shows of an article's translations. */
export type TranslationFacts = {
  of: { id: number; headline: string } | null
  /** Others are translated from it, so it is no translation itself. */
  isOriginal: boolean
}

/** A headline that the viewer may not read is not among them. */
export async function getTranslation(
  actor: Viewer,
  db: Database,
  id: number,
  { translationOfId }: Content,
): Promise<TranslationFacts> {
  const translated = await db.article.findFirst({ where: { translationOfId: id }, select: { id: true } })
  const isOriginal = translated !== null
  if (translationOfId === null) return { of: null, isOriginal }
  const row = await db.article.findUnique({
    where: { id: translationOfId },
    select: { status: true, headline: true, ownerId: true, bylines: { select: { authorId: true } } },
  })
  if (!row) return { of: null, isOriginal }
  const { status, headline, ownerId, bylines } = row
  const owned = { ownerId, authorIds: bylines.map(({ authorId }) => authorId) }
  const maySee = status === 'PUBLISHED' || mayWith(actor, 'articles.read', owned)
  return { of: maySee ? { id: translationOfId, headline } : null, isOriginal }
}

export type RevisionLine = { id: number; why: string; note: string | null; actorName: string; savedAt: Date }

const SHOWN = 50

/** An article's revisions, the latest first, from the one before `beforeId` on. */
export async function listRevisions(
  actor: Viewer,
  db: Database,
  articleId: number,
  beforeId?: number,
): Promise<RevisionLine[]> {
  if (!(await mayRead(actor, db, articleId))) return []
  return db.revision.findMany({
    where: { articleId, ...(beforeId !== undefined && { id: { lt: beforeId } }) },
    orderBy: { id: 'desc' },
    take: SHOWN,
    select: { id: true, why: true, note: true, actorName: true, savedAt: true },
  })
}

export async function getRevision(
  actor: Viewer,
  db: Database,
  articleId: number,
  id: number,
): Promise<(RevisionLine & { content: Content }) | null> {
  if (!(await mayRead(actor, db, articleId))) return null
  const row = await db.revision.findUnique({
    where: { id, articleId },
    select: { id: true, why: true, note: true, actorName: true, savedAt: true, content: true },
  })
  return row && { ...row, content: contentSchema.parse(row.content) }
}

/** What things are called that these contents name by number. Four queries. */
export async function getContentNames(db: Database, contents: readonly Content[]) {
  const ids = (of: (content: Content) => (number | null)[]) => ({
    where: { id: { in: [...new Set(contents.flatMap(of))].filter((id) => id !== null) } },
  })
  const named = { id: true, name: true } as const
  const [categories, tags, authors, parents] = await Promise.all([
    db.category.findMany({
      ...ids(({ primaryCategoryId, categoryIds }) => [primaryCategoryId, ...categoryIds]),
      select: named,
    }),
    db.tag.findMany({ ...ids(({ tagIds }) => tagIds), select: named }),
    db.author.findMany({ ...ids(({ authorIds }) => authorIds), select: named }),
    db.article.findMany({ ...ids(({ parentId }) => [parentId]), select: { id: true, headline: true } }),
  ])
  const names = (rows: { id: number; name: string }[]) => new Map(rows.map(({ id, name }) => [id, name]))
  return {
    ...{ categories: names(categories), tags: names(tags), authors: names(authors) },
    parents: new Map(parents.map(({ id, headline }) => [id, headline])),
  }
}

async function mayRead(actor: Viewer, db: Database, id: number): Promise<boolean> {
  const owned = await readOwned(db, id)
  return owned !== null && mayWith(actor, 'articles.edit', owned)
}
