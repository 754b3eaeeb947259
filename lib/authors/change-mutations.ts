import { Prisma } from '@/generated/sqlite/client'
import { untilNobodyOvertakes } from '@/lib/articles/editing/act-mutations'
import { recordDone } from '@/lib/audit/mutations'
import { type Act, may, type Viewer, type Whose } from '@/lib/auth/permissions'
import type { Database, Tx } from '@/lib/db'
import { changed, transact } from '@/lib/invalidation'
import { enqueue } from '@/lib/jobs/mutations'
import type { Image } from '@/lib/media/image'
import { AUTHORS_TAG } from '@/lib/site/facts'
import { authorAddress, isChosen, LIMIT_MS, leadOn } from '@/lib/taxonomy/change-mutations'
import { type NameFault, named } from '@/lib/taxonomy/names'
import { seenOf } from './admin-queries'
import { type Author, authorFromRow, PROFILE_FIELDS } from './author'
import type { AuthorWords } from './schema'
import { AUTHOR_ADDRESSES, AUTHOR_NAMES, authorTag, profileTag } from './shown-tags'

/** Why nothing was changed: keys of the newsroom's words (lib/i18n/authors-en.ts). */
export type AuthorRefusal =
  | NameFault
  | 'forbidden'
  /** Somebody else has changed it since it was shown. */
  | 'conflict'
  /** It is not there any more. */
  | 'gone'
  | 'addressTaken'
  /** The picture is not in the library. */
  | 'pictureMissing'
  /** Into itself. */
  | 'same'
  | 'notEmpty'
  /** Somebody signs in with it, and the viewer may not say whose profile it is. */
  | 'hasAccount'
  /** Of the account: it has a profile already, or is not there. */
  | 'accountTaken'
export type Refused = { ok: false; reason: AuthorRefusal }
export const refuse = (reason: AuthorRefusal): Refused => ({ ok: false, reason })

export type Changing = { tx: Tx; actor: Viewer; now: Date }

/** One change of authors, in one transaction. A refusal is a value. */
export function changeAuthors<T extends { ok: boolean }>(
  db: Database,
  { act, whose = 'other' }: { act: Act; whose?: Whose },
  actor: Viewer,
  now: Date,
  work: (changing: Changing) => Promise<T>,
): Promise<T | Refused> {
  if (!may(actor, act, whose)) return Promise.resolve(refuse('forbidden'))
  return untilNobodyOvertakes(() => transact(db, (tx) => work({ tx, actor, now }), LIMIT_MS))
}

const authorSelect = {
  ...{ id: true, slug: true, name: true, bio: true, locale: true, portrait: true, links: true },
  ...{ beat: true, spellings: true, sourceSite: true, sourceName: true, wordpressId: true },
} satisfies Prisma.AuthorSelect

export const readAuthor = (tx: Tx, id: number) => tx.author.findUnique({ where: { id }, select: authorSelect })

/** A new author, about whom nothing is said yet. */
export function createAuthor(
  db: Database,
  words: { name: string; slug: string },
  actor: Viewer,
  now: Date,
): Promise<{ ok: true; id: number } | Refused> {
  return changeAuthors(db, { act: 'authors.arrange' }, actor, now, async ({ tx }) => {
    const checked = named(words.name, words.slug)
    if (!checked.ok) return checked
    const { name, slug } = checked
    if (await tx.author.findUnique({ where: { slug }, select: { id: true } })) return refuse('addressTaken')
    const { id } = await tx.author.create({ data: { name, slug }, select: { id: true } })
    // Nothing leads away from where they live now.
    await tx.redirect.deleteMany({ where: { fromPath: authorAddress(slug) } })
    changed(tx, AUTHORS_TAG, AUTHOR_NAMES)
    const details = { did: 'new', name, to: slug }
    await recordDone(tx, actor, { act: 'authors.arrange', object: `author:${id}`, details }, now)
    return { ok: true, id }
  })
}

/**
 * Other words about an author, by whoever has seen the ones that are there (`seenOf`). With another slug, which editors give, the old address leads to the new one; with another
 * name or spelling, what they wrote is indexed anew.
 */
export function editAuthor(
  db: Database,
  { id, seen, ...words }: AuthorWords & { id: number; seen: string },
  actor: Viewer,
  now: Date,
): Promise<{ ok: true } | Refused> {
  const whose = actor.authorId === id ? 'own' : 'other'
  return changeAuthors(db, { act: 'authors.edit', whose }, actor, now, async ({ tx }) => {
    const row = await readAuthor(tx, id)
    if (!row) return refuse('gone')
    const was = authorFromRow(row)
    if (seenOf(was) !== seen) return refuse('conflict')
    const typedSlug = may(actor, 'authors.arrange') ? words.slug : was.slug
    // An address that nobody touched stays, however it was spelled where it came from.
    const checked = named(words.name, typedSlug === was.slug ? 'x' : typedSlug)
    if (!checked.ok) return checked
    const slug = typedSlug === was.slug ? was.slug : checked.slug
    const other = await tx.author.findUnique({ where: { slug }, select: { id: true } })
    if (other && other.id !== id) return refuse('addressTaken')
    const portrait = words.portrait && (await pictureOf(tx, words.portrait, was.portrait))
    if (portrait === undefined) return refuse('pictureMissing')
    const { bio, beat, locale, links } = words
    const spellings = words.spellings.filter((one) => one !== checked.name)
    const fresh = { name: checked.name, slug, bio, beat, locale, links, spellings, portrait }
    const { portrait: _, ...columns } = fresh
    const data = { ...columns, portrait: portrait ?? Prisma.DbNull }
    await tx.author.update({ where: { id }, data, select: { id: true } })
    const touched = differing(was, fresh)
    if (touched.includes('slug')) await leadOn(tx, authorAddress(was.slug), authorAddress(slug), now)
    await say({ tx, actor, now }, id, touched)
    if (touched.length) {
      const details = { fields: touched.join(' '), name: checked.name, from: was.slug, to: slug }
      await recordDone(tx, actor, { act: 'authors.edit', object: `author:${id}`, details }, now)
    }
    return { ok: true }
  })
}

type Shown = Omit<Author, 'id'>
type Field = (typeof PROFILE_FIELDS)[number]

const differing = (was: Shown, now: Shown): Field[] =>
  PROFILE_FIELDS.filter((field) => JSON.stringify(was[field]) !== JSON.stringify(now[field]))

/** Tells the pages that show what has changed, and has it found. */
async function say({ tx, now }: Changing, id: number, touched: Field[]): Promise<void> {
  if (!touched.length) return
  const isNamed = touched.includes('name') || touched.includes('slug')
  changed(tx, AUTHORS_TAG, isNamed ? authorTag(id) : profileTag(id))
  if (touched.includes('slug')) changed(tx, AUTHOR_ADDRESSES)
  if (isNamed || touched.includes('spellings')) changed(tx, AUTHOR_NAMES)
  if (touched.includes('name') || touched.includes('spellings')) await indexLater(tx, id, now)
}

export const indexLater = (tx: Tx, authorId: number, now: Date) =>
  enqueue(tx, { kind: 'authors.index', payload: { authorId }, runAt: now, key: `index author ${authorId}` }, now)

/** The picture at this address: the one that was there, or one of the library; undefined where there is none. */
async function pictureOf(
  tx: Tx,
  { src, alt }: { src: string; alt: string },
  was: Image | null,
): Promise<Image | undefined> {
  if (was?.src === src) return { ...was, alt }
  const media = await tx.media.findUnique({
    where: { path: src },
    select: { width: true, height: true, storedAt: true, credit: true },
  })
  if (!media?.storedAt || media.width === null) return undefined
  const { width, height, credit } = media
  return { src, alt, caption: '', credit, width, height }
}

/** Deletes an author whom no article names, nor any change that readers do not see yet. */
export function deleteAuthor(
  db: Database,
  { id }: { id: number },
  actor: Viewer,
  now: Date,
): Promise<{ ok: true } | Refused> {
  return changeAuthors(db, { act: 'authors.arrange' }, actor, now, async ({ tx }) => {
    const was = await readAuthor(tx, id)
    if (!was) return refuse('gone')
    const byline = await tx.byline.findFirst({ where: { authorId: id }, select: { articleId: true } })
    if (byline || (await isChosen(tx, 'authorIds', id))) return refuse('notEmpty')
    await tx.author.delete({ where: { id }, select: { id: true } })
    await tx.redirect.deleteMany({ where: { toPath: authorAddress(was.slug) } })
    changed(tx, AUTHORS_TAG, ...goneTags(id))
    const details = { did: 'delete', name: was.name, from: was.slug }
    await recordDone(tx, actor, { act: 'authors.arrange', object: `author:${id}`, details }, now)
    return { ok: true }
  })
}

/** All that is not there any more with an author. */
export const goneTags = (id: number): string[] => [authorTag(id), profileTag(id), AUTHOR_ADDRESSES, AUTHOR_NAMES]
