import { recordDone } from '@/lib/audit/mutations'
import { may, type Viewer } from '@/lib/auth/permissions'
import type { Database, Tx } from '@/lib/db'
import { transact } from '@/lib/invalidation'
import { writeSetting } from '@/lib/site/mutations'
import { type Arranged, type MenuFault, type MenuSpot, placeItem, relabelItem, withItem, withoutItem } from './arrange'
import { itemFault } from './item-fault'
import {
  itemsOf,
  MENUS_KEY,
  type Menu,
  type MenuItem,
  type MenuLeaf,
  type MenuPlace,
  type Menus,
  MOST_ITEMS,
  menuSchema,
  menusSchema,
} from './menu'

/** Keys of the newsroom's words (lib/i18n/menus-en.ts). */
export type MenuRefusal = MenuFault | 'forbidden' | 'targetMissing' | 'labelMissing' | 'labelLong' | 'addressWrong'
export type MenuResult = { ok: true; before: Menu } | { ok: false; reason: MenuRefusal }

const act = 'menus.edit'
const refuse = (reason: MenuRefusal): MenuResult => ({ ok: false, reason })

/** What of it is chosen by hand: an item before it has a number. */
export type NewItem = Omit<MenuLeaf, 'id'>

/** Puts an item at the end of a menu, or of what stands below another. */
export function addMenuItem(
  db: Database,
  { place, parentId, item }: { place: MenuPlace; parentId: number | null; item: NewItem },
  actor: Viewer,
  now: Date,
): Promise<MenuResult> {
  return change(db, place, actor, now, async ({ tx, menu, nextId }) => {
    const reason = await faultOf(tx, item)
    return reason ? { ok: false, reason } : withItem(menu, { ...item, id: nextId }, parentId)
  })
}

async function faultOf(tx: Tx, item: NewItem): Promise<MenuRefusal | null> {
  const fault = itemFault(item)
  const { kind, targetId } = item
  if (fault || kind === 'heading' || kind === 'address') return fault
  return targetId !== null && (await isThere(tx, kind, targetId)) ? null : 'targetMissing'
}

/** Also what readers do not see yet: it comes into the menu by itself. */
async function isThere(tx: Tx, kind: 'category' | 'page' | 'article' | 'tag', id: number): Promise<boolean> {
  const found = { where: { id }, select: { id: true } } as const
  if (kind === 'category') return (await tx.category.findUnique(found)) !== null
  if (kind === 'tag') return (await tx.tag.findUnique(found)) !== null
  const article = await tx.article.findUnique({ where: { id }, select: { kind: true } })
  return article?.kind === (kind === 'page' ? 'PAGE' : 'ARTICLE')
}

export function placeMenuItem(
  db: Database,
  { place, id, ...spot }: MenuSpot & { place: MenuPlace; id: number },
  actor: Viewer,
  now: Date,
): Promise<MenuResult> {
  return change(db, place, actor, now, async ({ menu }) => placeItem(menu, id, spot))
}

export function relabelMenuItem(
  db: Database,
  { place, id, labels }: { place: MenuPlace; id: number; labels: Record<string, string> },
  actor: Viewer,
  now: Date,
): Promise<MenuResult> {
  return change(db, place, actor, now, async ({ menu }) => {
    const item = itemsOf(menu).find((one) => one.id === id)
    const isUnnamed = item && ['heading', 'address'].includes(item.kind) && !Object.values(labels).some(Boolean)
    return isUnnamed ? { ok: false, reason: 'labelMissing' } : relabelItem(menu, id, labels)
  })
}

export function removeMenuItem(
  db: Database,
  { place, id }: { place: MenuPlace; id: number },
  actor: Viewer,
  now: Date,
): Promise<MenuResult> {
  return change(db, place, actor, now, async ({ menu }) => withoutItem(menu, id))
}

/**
 * Another menu in its place: one that was there before, or what an import kept. Its items get numbers of their own, and what
 * they led to may have gone meanwhile.
 */
export function replaceMenu(
  db: Database,
  { place, items }: { place: MenuPlace; items: readonly (NewItem & { below: readonly NewItem[] })[] },
  actor: Viewer,
  now: Date,
): Promise<MenuResult> {
  return change(db, place, actor, now, async ({ nextId }) => {
    let id = nextId
    const menu: MenuItem[] = items.map((item) => ({
      ...item,
      id: id++,
      below: item.below.map((leaf) => ({ ...leaf, id: id++ })),
    }))
    const all = itemsOf(menu)
    if (all.length > MOST_ITEMS) return { ok: false, reason: 'tooMany' }
    const reason = all.map(itemFault).find((fault) => fault !== null)
    return reason ? { ok: false, reason } : { ok: true, menu }
  })
}

type Changing = { tx: Tx; menu: Menu; nextId: number }

/** One change of a menu, seen by no other while it lasts. Every page shows the menus, and hears of it by one word. */
async function change(
  db: Database,
  place: MenuPlace,
  actor: Viewer,
  now: Date,
  work: (changing: Changing) => Promise<Arranged | { ok: false; reason: MenuRefusal }>,
): Promise<MenuResult> {
  if (!may(actor, act)) return refuse('forbidden')
  return transact(db, async (tx) => {
    // Written first: of two who change menus at the same moment one waits, and then reads what the other wrote.
    const key = MENUS_KEY
    await tx.setting.upsert({ where: { key }, create: { key, value: {} }, update: { key } })
    const row = await tx.setting.findUnique({ where: { key } })
    const menus: Menus = menusSchema.parse(row?.value ?? {})
    const before = menus[place]
    const changed = await work({ tx, menu: before, nextId: menus.nextId })
    if (!changed.ok) return changed
    // Read with every page there is: what could not be read again would take the whole site with it.
    const sound = menuSchema.safeParse(changed.menu)
    if (!sound.success) return refuse(sound.error.issues[0]?.path.includes('labels') ? 'labelLong' : 'addressWrong')
    const ids = itemsOf(changed.menu).map(({ id }) => id)
    const nextId = Math.max(menus.nextId, ...ids.map((id) => id + 1))
    await writeSetting(tx, key, { ...menus, [place]: changed.menu, nextId })
    const details = { items: `${itemsOf(before).length} → ${ids.length}` }
    await recordDone(tx, actor, { act, object: `menu:${place}`, details }, now)
    return { ok: true, before }
  })
}
