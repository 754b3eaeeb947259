import { Prisma } from '@/generated/sqlite/client'
import { finishAlternates } from '@/lib/articles/alternate-mutations'
import { staleAlternates } from '@/lib/articles/alternates'
import type { Database } from '@/lib/db'
import type { Pace } from './pace'
import type { ImportReport } from './report'
import type { Survey } from './survey'

const GROUPS_AT_ONCE = 50

/**
 * Texts and their translations name each other, as plugins of WordPress had it: the original is the one in the site's
 * language, or else the oldest. Whatever is `kept` as it is here stays as it is.
 */
export async function joinTranslations(
  db: Database,
  survey: Survey,
  pace: Pace,
  report: ImportReport,
  keptOf: (ids: number[]) => Promise<ReadonlySet<number>>,
): Promise<void> {
  const groups = survey.translations
  let joined = 0
  for (let at = 0; at < groups.length; at += GROUPS_AT_ONCE) {
    const some = groups.slice(at, at + GROUPS_AT_ONCE)
    const rows = await readMembers(db, survey.key, some.flat())
    const kept = await keptOf(rows.map(({ id }) => id))
    const free = new Map(rows.flatMap((row) => (kept.has(row.id) ? [] : [[row.sourceId, row]])))
    for (const group of some) {
      const members = group.flatMap((sourceId) => free.get(sourceId) ?? [])
      const original = members.find(({ locale }) => locale === survey.locale) ?? members[0]
      if (!original || members.length < 2) continue
      joined += members.length - 1
      await join(pace, original.id, members)
    }
  }
  if (joined) report.fact(`${joined} texts are translations of another.`)
  if (groups.length) await forgetLeft(db, survey.key, pace)
}

/** One that was a translation before this run, and is alone now, names nobody. */
async function forgetLeft(db: Database, sourceSite: string, pace: Pace): Promise<void> {
  const left = await db.article.findMany({
    where: {
      sourceSite,
      translationOfId: null,
      translations: { none: {} },
      NOT: { alternates: { equals: Prisma.DbNull } },
    },
    select: { id: true },
  })
  for (const { id } of left) await pace.transact((tx) => finishAlternates(tx, { originalId: id }))
}

type Member = Awaited<ReturnType<typeof readMembers>>[number]

const readMembers = (db: Database, sourceSite: string, sourceIds: number[]) =>
  db.article.findMany({
    where: { sourceSite, sourceId: { in: sourceIds } },
    select: {
      ...{ id: true, sourceId: true, status: true, locale: true, path: true, translationOfId: true },
      ...{ canonicalUrl: true, noIndex: true, alternates: true },
    },
  })

async function join(pace: Pace, originalId: number, members: readonly Member[]): Promise<void> {
  const wanted = (id: number) => (id === originalId ? null : originalId)
  const moved = members.filter(({ id, translationOfId }) => translationOfId !== wanted(id))
  const as = members.map((member) => ({ ...member, translationOfId: wanted(member.id) }))
  if (!moved.length && !staleAlternates(as).length) return
  await pace.transact(async (tx) => {
    for (const { id } of moved)
      await tx.article.update({ where: { id }, data: { translationOfId: wanted(id) }, select: { id: true } })
    await finishAlternates(tx, { originalId })
  })
}
