import { itemsOf, type Menu, type MenuItem, type MenuLeaf, MOST_ITEMS } from './menu'

/** Why a menu stays as it is: keys of the newsroom's words (lib/i18n/menus-en.ts). */
export type MenuFault = 'gone' | 'tooDeep' | 'tooMany' | 'nowhere' | 'same'
export type Arranged = { ok: true; menu: MenuItem[] } | { ok: false; reason: MenuFault }

/** Below which item (null: at the top), and before which of those there (null: as the last). */
export type MenuSpot = { parentId: number | null; beforeId: number | null }

export const MENU_STEPS = ['up', 'down', 'in', 'out'] as const
export type MenuStep = (typeof MENU_STEPS)[number]

const no = (reason: MenuFault): Arranged => ({ ok: false, reason })

/** A menu with one item more. */
export function withItem(menu: Menu, item: MenuLeaf, parentId: number | null): Arranged {
  if (itemsOf(menu).length >= MOST_ITEMS) return no('tooMany')
  return put(menu, { ...item, below: [] }, { parentId, beforeId: null })
}

/** Without an item and what stands below it. */
export function withoutItem(menu: Menu, id: number): Arranged {
  const rest = leave(menu, id)
  return rest ? { ok: true, menu: rest.menu } : no('gone')
}

/** With an item somewhere else. What has something below it stays at the top: there are two levels. */
export function placeItem(menu: Menu, id: number, spot: MenuSpot): Arranged {
  if (spot.parentId === id) return no('tooDeep')
  const left = leave(menu, id)
  return left ? put(left.menu, left.item, spot) : no('gone')
}

export function relabelItem(menu: Menu, id: number, labels: Record<string, string>): Arranged {
  if (!itemsOf(menu).some((item) => item.id === id)) return no('gone')
  const relabeled = <T extends MenuLeaf>(item: T): T => (item.id === id ? { ...item, labels } : item)
  return { ok: true, menu: menu.map((item) => ({ ...relabeled(item), below: item.below.map(relabeled) })) }
}

/** Where an item stands now. */
export function spotOf(menu: Menu, id: number): MenuSpot | null {
  const at = menu.findIndex((item) => item.id === id)
  if (at >= 0) return { parentId: null, beforeId: menu[at + 1]?.id ?? null }
  for (const { id: parentId, below } of menu) {
    const under = below.findIndex((leaf) => leaf.id === id)
    if (under >= 0) return { parentId, beforeId: below[under + 1]?.id ?? null }
  }
  return null
}

/** Where a step leads; null where there is nowhere to go. */
export function spotAfter(menu: Menu, id: number, step: MenuStep): MenuSpot | null {
  const spot = spotOf(menu, id)
  if (!spot) return null
  const { parentId } = spot
  const siblings = siblingsIn(menu, parentId)
  const at = siblings.indexOf(id)
  const before = siblings[at - 1]
  if (step === 'up') return before === undefined ? null : { parentId, beforeId: before }
  if (step === 'down') return at === siblings.length - 1 ? null : { parentId, beforeId: siblings[at + 2] ?? null }
  if (step === 'in') return before === undefined || parentId !== null ? null : { parentId: before, beforeId: null }
  return parentId === null ? null : spotOf(menu, parentId)
}

const siblingsIn = (menu: Menu, parentId: number | null): number[] =>
  (parentId === null ? menu : (menu.find(({ id }) => id === parentId)?.below ?? [])).map(({ id }) => id)

function leave(menu: Menu, id: number): { menu: MenuItem[]; item: MenuItem } | null {
  const top = menu.find((item) => item.id === id)
  if (top) return { menu: menu.filter((item) => item !== top), item: top }
  const leaf = menu.flatMap(({ below }) => below).find((one) => one.id === id)
  if (!leaf) return null
  const rest = menu.map((item) => ({ ...item, below: item.below.filter((one) => one !== leaf) }))
  return { menu: rest, item: { ...leaf, below: [] } }
}

function put(menu: Menu, item: MenuItem, { parentId, beforeId }: MenuSpot): Arranged {
  if (parentId === null) return { ok: true, menu: insert(menu, item, beforeId) }
  if (item.below.length || menu.some(({ below }) => below.some(({ id }) => id === parentId))) return no('tooDeep')
  if (!menu.some(({ id }) => id === parentId)) return no('gone')
  const { below: _, ...leaf } = item
  const into = (parent: MenuItem) => ({ ...parent, below: insert(parent.below, leaf, beforeId) })
  return { ok: true, menu: menu.map((parent) => (parent.id === parentId ? into(parent) : parent)) }
}

function insert<T extends { id: number }>(all: readonly T[], item: T, beforeId: number | null): T[] {
  const at = beforeId === null ? -1 : all.findIndex(({ id }) => id === beforeId)
  return at < 0 ? [...all, item] : [...all.slice(0, at), item, ...all.slice(at)]
}
