import { authorKey } from '@/lib/archives/keys'
import { refileArchive } from '@/lib/archives/refile-mutations'
import { recordDone } from '@/lib/audit/mutations'
import { may, type Viewer } from '@/lib/auth/permissions'
import type { Database, Tx } from '@/lib/db'
import { changed } from '@/lib/invalidation'
import { AUTHORS_TAG } from '@/lib/site/facts'
import { authorAddress, leadOn, noteMerged } from '@/lib/taxonomy/change-mutations'
import { readSpellings } from './author'
import { changeAuthors, goneTags, indexLater, type Refused, readAuthor, refuse } from './change-mutations'
import { MOST_SPELLINGS } from './schema'
import { AUTHOR_NAMES, profileTag } from './shown-tags'

/**
 * Two profiles of one person become one: bylines move, the old address leads to the other, and readers who look for the
 * old name find the other. The account of the one that goes is the other's, where that has none: then whoever merges must be
 * one who may link accounts.
 */
export function mergeAuthor(
  db: Database,
  { id, intoId }: { id: number; intoId: number },
  actor: Viewer,
  now: Date,
): Promise<{ ok: true; articles: number } | Refused> {
  return changeAuthors(db, { act: 'authors.arrange' }, actor, now, async ({ tx }) => {
    const [was, into] = [await readAuthor(tx, id), await readAuthor(tx, intoId)]
    if (!was || !into) return refuse('gone')
    if (id === intoId) return refuse('same')
    const account = await tx.user.findUnique({ where: { authorId: id }, select: { id: true } })
    if (account && !may(actor, 'authors.link')) return refuse('hasAccount')
    const articles = await moveBylines(tx, id, intoId)
    const [from, to] = [authorKey(id), authorKey(intoId)]
    await refileArchive(tx, from, { joins: [to], leaves: [{ key: from, stays: [] }] })
    if (account) await moveAccount(tx, account.id, intoId)
    await keepSources(tx, was, intoId)
    await tx.author.delete({ where: { id }, select: { id: true } })
    const names = [...readSpellings(into.spellings), was.name, ...readSpellings(was.spellings)]
    // No more than its form can save.
    const spellings = [...new Set(names)].filter((name) => name !== into.name).slice(0, MOST_SPELLINGS)
    // WordPress's number, where the other has none.
    const number = into.wordpressId === null && { wordpressId: was.wordpressId }
    await tx.author.update({ where: { id: intoId }, data: { spellings, ...number }, select: { id: true } })
    await leadOn(tx, authorAddress(was.slug), authorAddress(into.slug), now)
    await noteMerged(tx, 'author', id, intoId)
    await indexLater(tx, intoId, now)
    changed(tx, AUTHORS_TAG, AUTHOR_NAMES, profileTag(intoId), ...goneTags(id))
    const moved = account && { account: account.id }
    const details = { did: 'merge', name: was.name, from: was.slug, into: into.slug, articles, ...moved }
    await recordDone(tx, actor, { act: 'authors.arrange', object: `author:${intoId}`, details }, now)
    return { ok: true, articles }
  })
}

/** Answers how many articles, drafts and all, named the one. */
async function moveBylines(tx: Tx, id: number, intoId: number): Promise<number> {
  const articles = await tx.byline.count({ where: { authorId: id } })
  // Articles first and then what hangs on them, as everybody does who writes one: so nobody waits for each other.
  const where = { bylines: { some: { authorId: id } } }
  await tx.article.updateMany({ where, data: { version: { increment: 0 } } })
  await tx.byline.updateMany({
    where: { authorId: id, article: { bylines: { none: { authorId: intoId } } } },
    data: { authorId: intoId },
  })
  // Where both were named the other is left.
  await tx.byline.deleteMany({ where: { authorId: id } })
  return articles
}

type Sources = { id: number; sourceSite: string | null; sourceName: string | null }

/** The next import of a site that knew the one, or whatever was merged into it before, finds the other. */
async function keepSources(tx: Tx, { id, sourceSite, sourceName }: Sources, intoId: number): Promise<void> {
  await tx.mergedSource.updateMany({ where: { authorId: id }, data: { authorId: intoId } })
  if (sourceSite === null || sourceName === null) return
  const name = { sourceSite, sourceName }
  await tx.mergedSource.upsert({
    where: { sourceSite_sourceName: name },
    create: { ...name, authorId: intoId },
    update: { authorId: intoId },
  })
}

async function moveAccount(tx: Tx, id: string, intoId: number): Promise<void> {
  const other = await tx.user.findUnique({ where: { authorId: intoId }, select: { id: true } })
  await tx.user.update({ where: { id }, data: { authorId: other ? null : intoId }, select: { id: true } })
}

/** Says whose profile it is: what stands under it is theirs to edit. Without an account: nobody's. */
export function linkAccount(
  db: Database,
  { id, userId }: { id: number; userId: string },
  actor: Viewer,
  now: Date,
): Promise<{ ok: true } | Refused> {
  return changeAuthors(db, { act: 'authors.link' }, actor, now, async ({ tx }) => {
    const author = await readAuthor(tx, id)
    if (!author) return refuse('gone')
    if (userId) {
      const user = await tx.user.findUnique({ where: { id: userId }, select: { authorId: true, deactivatedAt: true } })
      if (!user || user.deactivatedAt || (user.authorId !== null && user.authorId !== id)) return refuse('accountTaken')
    }
    await tx.user.updateMany({ where: { authorId: id, id: { not: userId } }, data: { authorId: null } })
    if (userId) await tx.user.update({ where: { id: userId }, data: { authorId: id }, select: { id: true } })
    const details = { name: author.name, account: userId || null }
    await recordDone(tx, actor, { act: 'authors.link', object: `author:${id}`, details }, now)
    return { ok: true }
  })
}
