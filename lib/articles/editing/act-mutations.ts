import { setTimeout as sleep } from 'node:timers/promises'
import type { Prisma } from '@/generated/sqlite/client'
import { recount } from '@/lib/archives/mutations'
import { orderAlternates } from '@/lib/articles/alternate-mutations'
import type { ArticleInput } from '@/lib/articles/input'
import { replaceArticle } from '@/lib/articles/mutations'
import { recordDone } from '@/lib/audit/mutations'
import { type Act, may, type Viewer } from '@/lib/auth/permissions'
import { isReferenceViolation, isUniqueViolation, isWriteConflict } from '@/lib/database/violations'
import type { Database, Tx } from '@/lib/db'
import { transact } from '@/lib/invalidation'
import { orderSocialImage } from '@/lib/social-images/mutations'
import { enqueueTelling } from '@/lib/telling/tell-mutations'
import { clearAddress, moveAddress } from './address-mutations'
import { contentOf, isSameContent } from './content'
import { mayWith } from './ownership'
import { type Conflict, type Done, type EditRefusal, type Refused, refuse } from './result'
import type { Why } from './revision'
import { keepFound, keepRevision, type Saver } from './revision-mutations'
import { type EditingSite, ownedOf, readEditingSite, readStored, type Stored } from './stored-queries'

/** An article as somebody saw it when they pressed the button. */
export type Seen = { id: number; version: number }

export type Acting = { tx: Tx; article: Stored; site: EditingSite; now: Date }

/**
 * One editorial act on an article, in one transaction: may they, is it still the article they saw, then `work`. A refusal
 * is a value, and then nothing was written. What the result says (`said`) is in the audit log.
 */
export function act<T extends { ok: boolean; said?: Prisma.InputJsonObject }>(
  db: Database,
  seen: Seen,
  actor: Viewer,
  permission: Act,
  now: Date,
  work: (acting: Acting) => Promise<T>,
): Promise<T | Refused | Conflict> {
  return untilNobodyOvertakes(() =>
    transact(db, async (tx) => {
      const article = await readStored(tx, seen.id)
      if (!article) return refuse('missing')
      if (!mayWith(actor, permission, ownedOf(article))) return refuse('forbidden')
      if (article.version !== seen.version) return await conflictWith(tx, article)
      const result = await work({ tx, article, site: await readEditingSite(tx), now })
      if (result.ok && permission !== 'articles.edit') {
        const details = result.said ?? {}
        await recordDone(tx, actor, { act: permission, object: `article:${seen.id}`, details }, now)
      }
      return result
    }),
  )
}

/** What is there instead of what was seen, and whose it is. */
export async function conflictWith(tx: Tx, article: Stored): Promise<Conflict> {
  const last = await tx.revision.findFirst({
    where: { articleId: article.id, why: { not: 'change' satisfies Why } },
    orderBy: { id: 'desc' },
    select: { actorName: true, savedAt: true },
  })
  const { version, input, updatedAt } = article
  const theirs = { version, content: contentOf(input), savedBy: last?.actorName ?? '' }
  return { ok: false, reason: 'conflict', theirs: { ...theirs, savedAt: last?.savedAt ?? updatedAt } }
}

/** Thrown inside a transaction that would write over what another wrote since it read: it is done again from the start. */
export class Overtaken extends Error {}

const ATTEMPTS = 10

/**
 * On PostgreSQL two transactions may read the same version, ask for the same address, or file under what the other deletes;
 * the second begins anew.
 */
export async function untilNobodyOvertakes<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      const isOvertaken = [isUniqueViolation, isReferenceViolation, isWriteConflict].some((is) => is(error))
      if (!(isOvertaken || error instanceof Overtaken) || attempt === ATTEMPTS) throw error
    }
    await sleep(Math.random() * 10 * attempt)
  }
}

/**
 * Holds the article until the end of the transaction, as long as it is the version that was read, and stands where it stood:
 * a page is moved without a new version, so that whoever has it open writes on. Every act does so before it writes anything,
 * so that two of them never wait for each other.
 */
export async function holdVersion(
  tx: Tx,
  {
    id,
    version,
    input,
  }: Pick<Stored, 'id' | 'version'> & { input: Pick<ArticleInput, 'path' | 'parentId' | 'position'> },
): Promise<void> {
  const { path, parentId, position } = input
  const { count } = await tx.article.updateMany({
    where: { id, version, path, parentId, position },
    data: { version },
  })
  if (count !== 1) throw new Overtaken()
}

/** Columns that no article is written from (lib/articles/input.ts). */
export type Standing = { withdrawAt?: Date | null; withdrawnAt?: Date | null; withdrawalNotice?: string | null }

/** Writes an article that was held, with everything that follows from it. Answers its new version. */
export async function writeHeld(
  { tx, article, site, now }: Acting,
  input: ArticleInput,
  standing: Standing = {},
): Promise<Done> {
  const { id } = article
  const hasBeenPublic = article.input.publishedAt !== null
  if (hasBeenPublic && input.path !== article.input.path) await moveAddress(tx, article.input.path, input.path, now)
  if (!hasBeenPublic && input.publishedAt) await clearAddress(tx, input.path)
  await keepFound(tx, id, contentOf(article.input), article.updatedAt)
  await recount(tx, await replaceArticle(tx, id, input, site))
  if (isPublic(article.input) || isPublic(input)) {
    await orderSocialImage(tx, id, now)
    await orderAlternates(tx, id, [article.input.translationOfId, input.translationOfId], now)
  }
  const written = await tx.article.update({ where: { id }, data: standing, select: { version: true } })
  const isSameText = isSameContent(contentOf(article.input), contentOf(input))
  await enqueueTelling(tx, { id, before: article.input, after: input, isSameText }, now)
  // A working copy was made from what is still said; only a change of that is one that its writer has not seen.
  if (isSameText) {
    await tx.workingCopy.updateMany({
      where: { articleId: id, articleVersion: article.version },
      data: { articleVersion: written.version },
    })
  }
  return { ok: true, version: written.version }
}

const isPublic = ({ status }: ArticleInput): boolean => status === 'PUBLISHED'

/** Writes an article and keeps what it says, and why it was written. */
export async function writeAndKeep(
  acting: Acting,
  input: ArticleInput,
  saver: Saver,
  { why, note, standing }: { why: Why; note?: string; standing?: Standing },
): Promise<Done> {
  const { tx, article, now } = acting
  await holdVersion(tx, article)
  const done = await writeHeld(acting, input, standing)
  const keeping = { articleId: article.id, content: contentOf(input), why, ...(note !== undefined && { note }) }
  await keepRevision(tx, keeping, saver, now)
  return done
}

/** For acts that begin without an article. */
export function mayBegin(actor: Viewer, permission: Act): EditRefusal | null {
  return may(actor, permission, 'own') ? null : 'forbidden'
}
