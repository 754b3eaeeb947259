import { isDeepStrictEqual } from 'node:util'
import { recountArchives } from '@/lib/archives/mutations'
import type { Database } from '@/lib/db'
import { KEPT_MENUS_KEY } from '@/lib/menus/kept-menus'
import { writeSetting } from '@/lib/site/mutations'
import { siteSchema } from '@/lib/site/settings'
import { type Ledger, maySet, setAndRemember } from './ledger'
import type { Pace } from './pace'
import type { ImportReport } from './report'
import type { Survey } from './survey'

/** Name, language, zone and pattern of addresses, where the site has none of its own yet. */
export async function writeSite(
  db: Database,
  survey: Survey,
  ledger: Ledger,
  pace: Pace | null,
  report: ImportReport,
): Promise<Ledger> {
  const { title, tagline, locale, zone, pattern } = survey
  const site = siteSchema.parse({
    ...(title && { name: title }),
    tagline,
    locale,
    timeZone: zone.zone,
    pathPattern: pattern.pattern,
  })
  if (!(await maySet(db, ledger, 'site'))) {
    report.fact('The site has a name, language and time zone of its own; they stay as they are.')
    return ledger
  }
  report.fact(
    `The site is “${site.name}”, in ${site.locale}, time zone ${site.timeZone}, addresses like ${site.pathPattern}.`,
  )
  return pace ? pace.transact((tx) => setAndRemember(tx, survey.key, ledger, 'site', site)) : ledger
}

/** Menus are kept aside, by the site they come from: what navigation is made of them is for people to say. */
export async function keepMenus(db: Database, survey: Survey, pace: Pace | null, report: ImportReport): Promise<void> {
  const menus = survey.menus.all
  const items = menus.reduce((sum, menu) => sum + menu.items.length, 0)
  if (!menus.length) return
  report.fact(
    `${menus.length} menus with ${items} entries are kept in the setting “${KEPT_MENUS_KEY}”, and offered where menus are made.`,
  )
  const row = await db.setting.findUnique({ where: { key: KEPT_MENUS_KEY } })
  const others = typeof row?.value === 'object' && row.value !== null && !Array.isArray(row.value) ? row.value : {}
  const kept = { ...others, [survey.key]: menus }
  if (!isDeepStrictEqual(kept, row?.value)) await pace?.transact((tx) => writeSetting(tx, KEPT_MENUS_KEY, kept))
}

/** Pages below their parents, which may have come later; but for those that are `kept` as they are here. */
export async function joinPages(
  db: Database,
  survey: Survey,
  pace: Pace,
  keptOf: (ids: number[]) => Promise<ReadonlySet<number>>,
): Promise<void> {
  const rows = await db.article.findMany({
    where: { sourceSite: survey.key, kind: 'PAGE' },
    select: { id: true, sourceId: true, parentId: true },
  })
  const ids = new Map(rows.map(({ id, sourceId }) => [sourceId, id]))
  const kept = await keptOf([...ids.values()])
  for (const { id, sourceId, parentId } of rows) {
    const page = survey.pages.get(sourceId ?? 0)
    if (!page || kept.has(id)) continue
    const wanted = isLoop(survey, page.id) ? null : (ids.get(page.parent) ?? null)
    if (wanted === parentId) continue
    await pace.transact((tx) => tx.article.update({ where: { id }, data: { parentId: wanted }, select: { id: true } }))
  }
}

function isLoop(survey: Survey, id: number): boolean {
  const passed = new Set<number>()
  for (let page = survey.pages.get(id); page; page = survey.pages.get(page.parent)) {
    if (passed.has(page.id)) return true
    passed.add(page.id)
  }
  return false
}

/** A footer holds so many links that they are read. */
const MAX_FOOTER_LINKS = 12

/** The published pages at the top of the tree, where the site's footer has no links of its own yet. */
export async function writeFooter(db: Database, survey: Survey, ledger: Ledger, pace: Pace): Promise<Ledger> {
  if (!(await maySet(db, ledger, 'footer'))) return ledger
  const pages = await db.article.findMany({
    where: { sourceSite: survey.key, kind: 'PAGE', status: 'PUBLISHED', parentId: null },
    orderBy: [{ position: 'asc' }, { headline: 'asc' }, { id: 'asc' }],
    take: MAX_FOOTER_LINKS,
    select: { headline: true, path: true },
  })
  if (!pages.length) return ledger
  const about = pages.map(({ headline, path }) => ({ title: headline, path }))
  return pace.transact((tx) => setAndRemember(tx, survey.key, ledger, 'footer', { about, standards: [] }))
}

/** Short transactions: most archives are small. */
const ARCHIVES_AT_ONCE = 40

/** Counts archives anew; all that there are, where an earlier run was ended before it could. */
export async function countArchives(db: Database, touched: Iterable<string>, wasInterrupted: boolean): Promise<void> {
  const keys = new Set(touched)
  if (wasInterrupted) {
    for (const { key } of await db.archiveEntry.groupBy({ by: ['key'] })) keys.add(key)
    for (const { key } of await db.archive.findMany({ select: { key: true } })) keys.add(key)
  }
  const all = [...keys]
  for (let at = 0; at < all.length; at += ARCHIVES_AT_ONCE)
    await recountArchives(db, all.slice(at, at + ARCHIVES_AT_ONCE))
}
