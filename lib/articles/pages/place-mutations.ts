import { orderAlternates } from '@/lib/articles/alternate-mutations'
import { changeTags, shownSelect } from '@/lib/articles/change-tags'
import { untilNobodyOvertakes } from '@/lib/articles/editing/act-mutations'
import { moveAddress } from '@/lib/articles/editing/address-mutations'
import { foldPath, isReservedPath } from '@/lib/articles/paths'
import { recordDone } from '@/lib/audit/mutations'
import { may, type Viewer } from '@/lib/auth/permissions'
import type { Database, Tx } from '@/lib/db'
import { changed, transact } from '@/lib/invalidation'
import { followPolicyPage } from '@/lib/site/policy-mutations'
import { changedPlaces } from '@/lib/sitemaps/changes'
import { noteChangedPlaces } from '@/lib/sitemaps/mutations'
import { type PageSpot, PageTree } from './page-tree'

/** Why a page stays where it is: keys of the newsroom's words (lib/i18n/menus-en.ts). */
export type PlaceRefusal = 'forbidden' | 'gone' | 'loop' | 'same' | 'pathTaken' | 'tooMany'
/** `moved`: so many addresses lead to others now. */
export type PlaceResult = { ok: true; before: PageSpot; moved: number } | { ok: false; reason: PlaceRefusal }

const refuse = (reason: PlaceRefusal): PlaceResult => ({ ok: false, reason })
/** Pages that move in one transaction. */
const MOST_AT_ONCE = 300

const rowSelect = { ...shownSelect, id: true, translationOfId: true } as const
const readPages = (tx: Tx) => tx.article.findMany({ where: { kind: 'PAGE', trashedAt: null }, select: rowSelect })
type Row = Awaited<ReturnType<typeof readPages>>[number]

/**
 * Moves a page: below another, or to another place among its neighbours. Below another its address is below that one's, and so
 * are those of all that stands below it as its address says; each old one leads to the new one in one hop.
 */
export function placePage(
  db: Database,
  { id, ...spot }: PageSpot & { id: number },
  actor: Viewer,
  now: Date,
): Promise<PlaceResult> {
  if (!may(actor, 'pages.edit')) return Promise.resolve(refuse('forbidden'))
  return untilNobodyOvertakes(() =>
    transact(db, async (tx) => {
      // Written first: of two who arrange pages at the same moment one waits, and then reads what the other wrote.
      await tx.article.updateMany({ where: { kind: 'PAGE' }, data: { position: { increment: 0 } } })
      const tree = new PageTree(await readPages(tx))
      const page = tree.get(id)
      const before = tree.spotOf(id)
      const parent = spot.parentId === null ? null : tree.get(spot.parentId)
      if (!page || !before || parent === undefined) return refuse('gone')
      const family = tree.family(id)
      if (parent && family.includes(parent)) return refuse('loop')
      const isMoving = before.parentId !== spot.parentId
      const paths = isMoving ? newPaths(family, page, parent) : new Map<number, string>()
      if (paths.size > MOST_AT_ONCE) return refuse('tooMany')
      if (!(await areFree(tx, paths))) return refuse('pathTaken')
      for (const member of family) {
        const path = paths.get(member.id) ?? member.path
        const parentId = member.id === id ? spot.parentId : member.parentId
        if (path !== member.path || parentId !== member.parentId) await rewrite(tx, member, { path, parentId }, now)
      }
      const order = tree.orderWith(id, spot)
      for (const [position, each] of order.entries()) {
        const row = tree.get(each)
        if (!row || row.position === position) continue
        const standing = each === id ? { path: paths.get(id) ?? row.path, parentId: spot.parentId } : {}
        await rewrite(tx, { ...row, ...standing }, { position }, now)
      }
      const details = { did: 'place', from: page.path, to: paths.get(id) ?? page.path, moved: paths.size }
      await recordDone(tx, actor, { act: 'pages.edit', object: `article:${id}`, details }, now)
      return { ok: true, before, moved: paths.size }
    }),
  )
}

/** Where each of a family is to live that does not live there; those that never lived below the page stay. */
function newPaths(family: readonly Row[], page: Row, parent: Row | null): Map<number, string> {
  const own = page.path.split('/').filter(Boolean).at(-1) ?? ''
  const to = withSlash(parent?.path ?? '/') + own + (page.path.endsWith('/') ? '/' : '')
  const folder = withSlash(page.path)
  return new Map(
    family.flatMap((member): [number, string][] => {
      if (member === page) return to === page.path ? [] : [[member.id, to]]
      if (!member.path.startsWith(folder)) return []
      const path = withSlash(to) + member.path.slice(folder.length)
      return path === member.path ? [] : [[member.id, path]]
    }),
  )
}

const withSlash = (path: string): string => path.replace(/\/*$/, '/')

async function areFree(tx: Tx, paths: ReadonlyMap<number, string>): Promise<boolean> {
  if ([...paths.values()].some(isReservedPath)) return false
  const there = await tx.article.findMany({
    where: { pathFolded: { in: [...paths.values()].map(foldPath) } },
    select: { id: true, pathFolded: true },
  })
  return there.every(({ id, pathFolded }) => foldPath(paths.get(id) ?? '') === pathFolded)
}

/** Whoever edits it goes on: where it stands is not what they write. */
async function rewrite(
  tx: Tx,
  before: Row,
  over: Partial<Pick<Row, 'path' | 'parentId' | 'position'>>,
  now: Date,
): Promise<void> {
  const { id } = before
  const after = { ...before, ...over }
  const hasMoved = after.path !== before.path
  if (hasMoved && before.publishedAt !== null) await moveAddress(tx, before.path, after.path, now)
  const { path, parentId, position } = after
  await tx.article.update({
    where: { id },
    data: { path, pathFolded: foldPath(path), parentId, position },
    select: { id: true },
  })
  if (hasMoved) await followPolicyPage(tx, before, after)
  if (hasMoved) await orderAlternates(tx, id, [before.translationOfId], now)
  changed(tx, ...changeTags(id, before, after))
  await noteChangedPlaces(
    tx,
    changedPlaces(before, after).map((place) => ({ place, at: now })),
  )
}
