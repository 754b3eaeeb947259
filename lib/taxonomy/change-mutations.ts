import { z } from 'zod'
import { untilNobodyOvertakes } from '@/lib/articles/editing/act-mutations'
import { moveAddress } from '@/lib/articles/editing/address-mutations'
import { foldPath } from '@/lib/articles/paths'
import { recordDone } from '@/lib/audit/mutations'
import { may, type Viewer } from '@/lib/auth/permissions'
import type { Database, Tx } from '@/lib/db'
import { changed, transact } from '@/lib/invalidation'
import { CategoryTree } from './category-tree'
import { type Refused, refuse } from './changing'
import type { TermKind } from './merged-queries'
import { addressTag, CATEGORIES_TAG } from './shown-tags'

/** A category of 20,000 articles takes about a second on one processor; a busy machine gets more. */
export const LIMIT_MS = 120_000

export type Changing = { tx: Tx; tree: CategoryTree; actor: Viewer; now: Date }

/** One change of the tree, in one transaction, seen by no other while it lasts. A refusal is a value. */
export function changeTree<T extends { ok: boolean }>(
  db: Database,
  actor: Viewer,
  now: Date,
  work: (changing: Changing) => Promise<T>,
): Promise<T | Refused> {
  if (!may(actor, 'taxonomy.edit')) return Promise.resolve(refuse('forbidden'))
  return untilNobodyOvertakes(() =>
    transact(
      db,
      async (tx) => {
        // Written first: of two who move categories at the same moment one waits, and then reads the other's tree.
        await tx.category.updateMany({ data: { position: { increment: 0 } } })
        return work({ tx, tree: new CategoryTree(await tx.category.findMany()), actor, now })
      },
      LIMIT_MS,
    ),
  )
}

/** One change of tags, in one transaction. */
export function changeTags<T extends { ok: boolean }>(
  db: Database,
  actor: Viewer,
  work: (tx: Tx) => Promise<T>,
): Promise<T | Refused> {
  if (!may(actor, 'taxonomy.edit')) return Promise.resolve(refuse('forbidden'))
  return untilNobodyOvertakes(() => transact(db, work, LIMIT_MS))
}

/** Decoded, as redirects are stored. */
export const categoryAddress = (path: string): string => `/category/${path}/`
export const tagAddress = (slug: string): string => `/tag/${slug}/`
export const authorAddress = (slug: string): string => `/author/${slug}/`

/** True where a category with all below it can move to this path: nobody else has any of the addresses. */
export function isFreeFor(tree: CategoryTree, id: number, newPath: string): boolean {
  const moves = movesTo(tree, id, newPath)
  const wanted = new Set(moves.map(({ to }) => to))
  return [...tree].every((other) => !wanted.has(other.path) || moves.some(({ category }) => category === other))
}

/** A category with all below it moves to another path: each of its old addresses leads to the new one in one hop. */
export async function movePaths({ tx, tree, now }: Changing, id: number, newPath: string): Promise<void> {
  for (const { category, to } of movesTo(tree, id, newPath)) {
    if (category.path === to) continue
    await tx.category.update({ where: { id: category.id }, data: { path: to }, select: { id: true } })
    await leadOn(tx, categoryAddress(category.path), categoryAddress(to), now)
    changed(tx, addressTag(category.id), CATEGORIES_TAG)
  }
}

function movesTo(tree: CategoryTree, id: number, newPath: string) {
  const was = tree.get(id)?.path ?? ''
  return tree
    .family(id)
    .flatMap((member) => tree.get(member) ?? [])
    .map((category) => ({ category, to: newPath + category.path.slice(was.length) }))
}

/** Leads from an address that was to the one that is, where the two are not spellings of one. */
export async function leadOn(tx: Tx, from: string, to: string, now: Date): Promise<void> {
  if (foldPath(from) !== foldPath(to)) await moveAddress(tx, from, to, now)
}

const filingSchema = z.object({
  primaryCategoryId: z.number().nullable(),
  categoryIds: z.array(z.number()),
  tagIds: z.array(z.number()),
  authorIds: z.array(z.number()).default([]),
})

/** True where changes that readers do not see yet name it, and would lose it. Few articles have any. */
export async function isChosen(tx: Tx, field: 'categoryIds' | 'tagIds' | 'authorIds', id: number): Promise<boolean> {
  const copies = await tx.workingCopy.findMany({ select: { content: true } })
  return copies.some(({ content }) => {
    const filing = filingSchema.parse(content)
    return filing[field].includes(id) || (field === 'categoryIds' && filing.primaryCategoryId === id)
  })
}

/** Whoever still has the old id in hand finds what it became. */
export async function noteMerged(tx: Tx, kind: TermKind, fromId: number, intoId: number): Promise<void> {
  await tx.mergedTerm.updateMany({ where: { kind, intoId: fromId }, data: { intoId } })
  await tx.mergedTerm.create({ data: { kind, fromId, intoId } })
}

export function recordChange(
  { tx, actor, now }: Pick<Changing, 'tx' | 'actor' | 'now'>,
  object: string,
  details: Record<string, string | number | null>,
): Promise<void> {
  return recordDone(tx, actor, { act: 'taxonomy.edit', object, details }, now)
}
