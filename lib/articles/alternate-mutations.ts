import { Prisma } from '@/generated/sqlite/client'
import type { Tx } from '@/lib/db'
import { changed } from '@/lib/invalidation'
import { enqueue } from '@/lib/jobs/mutations'
import { tellOfLinkedPages } from '@/lib/site/policy-mutations'
import { staleAlternates } from './alternates'
import { headTag } from './change-tags'

export async function hasTranslations(tx: Tx, articleId: number): Promise<boolean> {
  const found = await tx.article.findFirst({ where: { translationOfId: articleId }, select: { id: true } })
  return found !== null
}

/**
 * Asks for what an article and its translations name of each other, in the transaction that changes one of them; they are
 * written in another (`finishAlternates`), because two people who change two of them must not wait for each other.
 * `originals`: of which it was the translation, and is.
 */
export async function orderAlternates(
  tx: Tx,
  articleId: number,
  originals: readonly (number | null)[],
  now: Date,
): Promise<void> {
  const ids = new Set(originals.filter((id) => id !== null))
  if (await hasTranslations(tx, articleId)) ids.add(articleId)
  // One that is a translation no more names nobody either.
  if (originals.length > 1 && originals[0] !== originals[1]) ids.add(articleId)
  for (const originalId of [...ids].sort((a, b) => a - b)) {
    const order = { kind: 'article.alternates', payload: { originalId }, runAt: now }
    await enqueue(tx, { ...order, key: `article.alternates ${originalId}` }, now)
  }
}

export async function listTranslations(tx: Tx, articleId: number): Promise<number[]> {
  const rows = await tx.article.findMany({
    where: { translationOfId: articleId },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

/** After their original has gone for ever: the oldest of its translations is the original of the others from then on. */
export async function handOn(tx: Tx, [heir, ...others]: readonly number[], now: Date): Promise<void> {
  if (heir === undefined) return
  await tx.article.updateMany({ where: { id: { in: others } }, data: { translationOfId: heir } })
  await orderAlternates(tx, heir, [heir], now)
}

/** Writes down of an original and its translations what each of them names: what readers can see and nothing else. */
export async function finishAlternates(tx: Tx, { originalId }: { originalId: number }): Promise<void> {
  const original = await tx.article.findUnique({ where: { id: originalId }, select: { translationOfId: true } })
  // It became a translation itself meanwhile, and is written with the others of its own original.
  if (!original || original.translationOfId !== null) return
  const members = await tx.article.findMany({
    where: { OR: [{ id: originalId }, { translationOfId: originalId }] },
    orderBy: { id: 'asc' },
    select: {
      ...{ id: true, kind: true, status: true, locale: true, path: true, translationOfId: true },
      ...{ canonicalUrl: true, noIndex: true, alternates: true },
    },
  })
  const stale = staleAlternates(members)
  // A page that the footer links to is called otherwise there, where it is said in another language.
  if (stale.length && members.some(({ kind }) => kind === 'PAGE')) await tellOfLinkedPages(tx, members)
  for (const { id, alternates } of stale) {
    await tx.article.update({
      where: { id },
      data: { alternates: alternates.length ? alternates : Prisma.DbNull },
      select: { id: true },
    })
    changed(tx, headTag(id))
  }
}
