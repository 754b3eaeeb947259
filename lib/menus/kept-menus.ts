import { z } from 'zod'

/** Menus of imported sites as their exports had them, kept aside by the sites' addresses (lib/wordpress/write-site.ts). */
export const KEPT_MENUS_KEY = 'wordpress-menus'

const keptItemSchema = z.object({
  id: z.number(),
  parent: z.number(),
  title: z.string(),
  type: z.string(),
  object: z.string(),
  objectId: z.number(),
  url: z.string(),
})
const keptSchema = z.record(
  z.string(),
  z.array(z.object({ slug: z.string(), name: z.string(), items: z.array(keptItemSchema) })),
)
export type KeptItem = z.infer<typeof keptItemSchema>
export type KeptMenu = { site: string; slug: string; name: string; items: KeptItem[] }

/** All of them that say anything. */
export function readKeptMenus(value: unknown): KeptMenu[] {
  const kept = keptSchema.safeParse(value ?? {})
  if (!kept.success) return []
  return Object.entries(kept.data).flatMap(([site, menus]) =>
    menus.filter(({ items }) => items.length).map((menu) => ({ site, ...menu })),
  )
}

/** An entry with what stands below it, however deep: two levels are kept. */
export type KeptBranch = { item: KeptItem; below: KeptItem[] }

/** As a tree of two levels: what was deeper stands below the same name. What belongs to nothing stands at the top. */
export function branchesOf(items: readonly KeptItem[]): KeptBranch[] {
  const byId = new Map(items.map((item) => [item.id, item]))
  const topOf = (item: KeptItem): KeptItem => {
    const passed = new Set<KeptItem>()
    let top = item
    for (let above = byId.get(item.parent); above && !passed.has(above); above = byId.get(above.parent)) {
      passed.add(above)
      top = above
    }
    return top
  }
  const branches = new Map<KeptItem, KeptItem[]>()
  for (const item of items) {
    const top = topOf(item)
    const below = branches.get(top) ?? []
    branches.set(top, item === top ? below : [...below, item])
  }
  return [...branches].map(([item, below]) => ({ item, below }))
}
