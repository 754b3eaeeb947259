import { z } from 'zod'

/** Where readers find a menu. */
export const MENU_PLACES = ['masthead', 'footer'] as const
export type MenuPlace = (typeof MENU_PLACES)[number]

export const ITEM_KINDS = ['category', 'page', 'article', 'tag', 'address', 'heading'] as const
export type ItemKind = (typeof ITEM_KINDS)[number]

/** So many in one menu are read; more are a list, which archives are for. */
export const MOST_ITEMS = 60

/** As it is stored, encoded. */
export const LONGEST_ADDRESS = 1_000
/** What both databases can hold. */
export const HIGHEST_ID = 2_000_000_000

const said = {
  id: z.number().int().positive(),
  kind: z.enum(ITEM_KINDS),
  /** Of a category, page, article or tag; of the others null. */
  targetId: z.number().int().positive().nullable(),
  /** Of an address: a path of this site, or absolute. Encoded. Of the others empty. */
  address: z.string().max(LONGEST_ADDRESS),
  /** By language. What is not said in any is called as its target is. */
  labels: z.record(z.string(), z.string().max(120)),
}
const leafSchema = z.object(said)
const itemSchema = z.object({ ...said, below: z.array(leafSchema) })
/** Two levels: what readers find under a name in the masthead, or as a column of the footer. */
export const menuSchema = z.array(itemSchema)
export const menusSchema = z.object({
  masthead: menuSchema.default([]),
  footer: menuSchema.default([]),
  /** The id of whatever comes next: none is given twice. */
  nextId: z.number().int().positive().default(1),
})

export const MENUS_KEY = 'menus'

export type MenuLeaf = z.infer<typeof leafSchema>
export type MenuItem = z.infer<typeof itemSchema>
export type Menu = readonly MenuItem[]
export type Menus = z.infer<typeof menusSchema>

/** All of a menu, each before what stands below it. */
export const itemsOf = (menu: Menu): MenuLeaf[] => menu.flatMap((item) => [item, ...item.below])

/** Numbers of the standing pages that they lead to. */
export const pageIdsOf = (menus: Menus): number[] =>
  MENU_PLACES.flatMap((place) => itemsOf(menus[place])).flatMap(({ kind, targetId }) =>
    kind === 'page' && targetId !== null ? [targetId] : [],
  )

/** Numbers of what the menus lead to, by kind. */
export function targetsOf(menus: Menus): Record<'category' | 'article' | 'tag', number[]> {
  const ids = (...kinds: ItemKind[]) =>
    MENU_PLACES.flatMap((place) => itemsOf(menus[place])).flatMap(({ kind, targetId }) =>
      targetId !== null && kinds.includes(kind) ? [targetId] : [],
    )
  return { category: ids('category'), article: ids('page', 'article'), tag: ids('tag') }
}
