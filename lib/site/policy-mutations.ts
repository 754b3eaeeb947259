import type { ArticleKind, ArticleStatus } from '@/generated/sqlite/enums'
import type { Tx } from '@/lib/db'
import { changed } from '@/lib/invalidation'
import { SITE_TAG } from './facts'
import { writeSetting } from './mutations'
import { policiesSchema } from './settings'

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
  const row = await tx.setting.findUnique({ where: { key: 'policies' } })
  const policies = policiesSchema.parse(row?.value ?? {})
  const names = Object.entries(policies).filter(([, path]) => path === before.path || path === after.path)
  if (!names.length) return
  if (!hasMoved) return changed(tx, SITE_TAG)
  const moved = names.filter(([, path]) => path === before.path).map(([name]) => [name, after.path])
  await writeSetting(tx, 'policies', { ...policies, ...Object.fromEntries(moved) })
}

/** Nothing of what readers do not find. */
const shownOf = ({ status, path, headline, locale }: Standing): string =>
  status === 'PUBLISHED' ? JSON.stringify([path, headline, locale]) : ''
