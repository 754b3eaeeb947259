import type { ArticleKind, ArticleStatus } from '@/generated/sqlite/enums'
import type { Tx } from '@/lib/db'
import { changed } from '@/lib/invalidation'
import { MENUS_KEY, menusSchema, pageIdsOf } from '@/lib/menus/menu'
import { SITE_TAG } from './facts'
import { writeSetting } from './mutations'
import { footerSchema, POLICIES_IN, type Policies, policiesInSchema, policiesSchema } from './settings'

/** What every page shows of a page on which the publication says how it works. */
type Standing = { kind: ArticleKind; status: ArticleStatus; path: string; headline: string; locale: string }

/**
 * A page may be one of those that every footer links to. Where it moves, the setting moves along; where it comes, goes or is
 * called something else, every page says so. Asks nothing for what is no page, or has not changed so.
 */
export async function followPolicyPage(tx: Tx, before: Standing, after: Standing): Promise<void> {
  const hasMoved = before.path !== after.path
  // One that readers do not find keeps its place too: it may come back.
  if (after.kind !== 'PAGE' || (!hasMoved && shownOf(before) === shownOf(after))) return
  const rows = await tx.setting.findMany({ where: { key: { in: ['policies', POLICIES_IN] } } })
  const values = new Map(rows.map(({ key, value }) => [key, value]))
  const own = policiesSchema.parse(values.get('policies') ?? {})
  const others = policiesInSchema.parse(values.get(POLICIES_IN) ?? {})
  const isNamed = (policies: Policies) =>
    Object.values(policies).some((path) => path === before.path || path === after.path)
  const isNamedElsewhere = Object.values(others).some(isNamed)
  if (!isNamed(own) && !isNamedElsewhere) return tellOfLinkedPages(tx, await listGroup(tx, after.path))
  if (!hasMoved) return changed(tx, SITE_TAG)
  const moved = (policies: Policies): Policies => mapped(policies, (path) => (path === before.path ? after.path : path))
  if (isNamed(own)) await writeSetting(tx, 'policies', moved(own))
  if (isNamedElsewhere) await writeSetting(tx, POLICIES_IN, mapped(others, moved))
}

type Page = { id: number; path: string }

/** Every page of the site shows anew what it links to, where one of these pages is linked from all of them. */
export async function tellOfLinkedPages(tx: Tx, pages: readonly Page[]): Promise<void> {
  if (!pages.length) return
  const rows = await tx.setting.findMany({ where: { key: { in: ['policies', 'footer', MENUS_KEY] } } })
  const values = new Map(rows.map(({ key, value }) => [key, value]))
  const { about, standards } = footerSchema.parse(values.get('footer') ?? {})
  const linked = new Set<string | undefined>([
    ...Object.values(policiesSchema.parse(values.get('policies') ?? {})),
    ...[...about, ...standards].map(({ path }) => path),
  ])
  const ids = new Set(pageIdsOf(menusSchema.parse(values.get(MENUS_KEY) ?? {})))
  if (pages.some(({ id, path }) => linked.has(path) || ids.has(id))) changed(tx, SITE_TAG)
}

/** A page that is or has a translation, and those that say the same; nothing of one that is alone. */
async function listGroup(tx: Tx, path: string): Promise<Page[]> {
  const page = await tx.article.findUnique({ where: { path }, select: { id: true, translationOfId: true } })
  if (!page) return []
  const originalId = page.translationOfId ?? page.id
  const members = await tx.article.findMany({
    where: { OR: [{ id: originalId }, { translationOfId: originalId }] },
    select: { id: true, path: true },
  })
  return members.length > 1 ? members : []
}

const mapped = <T>(all: Record<string, T>, map: (one: T) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(all).map(([name, one]) => [name, map(one)]))

/** Nothing of what readers do not find. */
const shownOf = ({ status, path, headline, locale }: Standing): string =>
  status === 'PUBLISHED' ? JSON.stringify([path, headline, locale]) : ''
