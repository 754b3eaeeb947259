import { untilNobodyOvertakes } from '@/lib/articles/editing/act-mutations'
import { recordDone } from '@/lib/audit/mutations'
import { may, type Viewer } from '@/lib/auth/permissions'
import type { Database, Tx } from '@/lib/db'
import { changed, transact } from '@/lib/invalidation'
import { getSiteFacts } from '@/lib/site/facts'
import { foldAddress, typable } from './address'
import { judge, type Standing } from './checking-queries'
import { PATTERNS_TAG, type RedirectRefusal, type Wanted } from './redirect'
import { readTyped, type Typed } from './typed'

/** `about`: which page, or which target, stands in the way. */
export type Refused = { ok: false; reason: RedirectRefusal; about?: string }
const refuse = (reason: RedirectRefusal): Refused => ({ ok: false, reason })

const act = 'redirects.edit'

/** Writes a redirect by hand: a new one, or with an id another in its place, whose count of hits goes on. */
export async function saveRedirect(
  db: Database,
  { id, ...typed }: Typed & { id: number | null },
  siteUrl: string,
  actor: Viewer,
  now: Date,
): Promise<{ ok: true; id: number; to: string; before: Typed | null } | Refused> {
  if (!may(actor, act)) return refuse('forbidden')
  const reading = readTyped(typed, siteUrl)
  if (!reading.ok) return reading
  const { categories } = await getSiteFacts(db)
  return untilNobodyOvertakes(() =>
    transact(db, async (tx) => {
      const was = id === null ? null : await tx.redirect.findUnique({ where: { id } })
      if (id !== null && !was) return refuse('gone')
      const asked = { db: tx, categories, replaces: false, ...(id !== null && { exceptId: id }) }
      const [judged] = await judge([reading.value], asked)
      if (!judged) return refuse('fromMissing')
      if (!judged.ok) return judged
      if (judged.isThere) return { ...refuse('exists'), about: shown(judged.wanted) }
      const { wanted } = judged
      const [written] = was
        ? await writeOver(tx, was, wanted, actor)
        : await writeRedirects(tx, [{ wanted, kept: null }], actor, now)
      const details = { did: was ? 'change' : 'new', from: wanted.fromPath, to: shown(wanted), status: wanted.status }
      await recordDone(tx, actor, { act, object: `redirect:${written}`, details }, now)
      return { ok: true, id: written ?? 0, to: shown(wanted), before: was && typedOf(was) }
    }),
  )
}

async function writeOver(tx: Tx, was: { id: number; fromPath: string }, wanted: Wanted, actor: Viewer) {
  const data = { ...wanted, fromFolded: foldAddress(wanted.fromPath), madeByName: actor.name }
  await tx.redirect.update({ where: { id: was.id }, data, select: { id: true } })
  changed(tx, tagOf(was), tagOf(wanted))
  await leadOlderOn(tx, [wanted])
  return [was.id]
}

/** Where it leads, as people read it. */
const shown = (target: Pick<Wanted, 'toPath' | 'toExtra'>): string => target.toPath + target.toExtra

/** As somebody would type it again. */
export const typedOf = ({ fromPath, toPath, toExtra, status }: Omit<Standing, 'id'>): Typed => ({
  from: typable(fromPath),
  to: (toPath.startsWith('/') ? typable(toPath) : toPath) + toExtra,
  status: String(status),
})

export function removeRedirect(
  db: Database,
  { id }: { id: number },
  actor: Viewer,
  now: Date,
): Promise<{ ok: true; before: Typed } | Refused> {
  if (!may(actor, act)) return Promise.resolve(refuse('forbidden'))
  return transact(db, async (tx) => {
    const was = await tx.redirect.findUnique({ where: { id } })
    if (!was) return refuse('gone')
    await forget(tx, [was])
    const details = { did: 'remove', from: was.fromPath, to: shown(was), hits: was.hits }
    await recordDone(tx, actor, { act, object: `redirect:${id}`, details }, now)
    return { ok: true, before: typedOf(was) }
  })
}

/** Whoever was told of them, or that nothing is there, hears of it. */
export async function forget(tx: Tx, rows: readonly { id: number; fromPath: string }[]): Promise<void> {
  await tx.redirect.deleteMany({ where: { id: { in: rows.map(({ id }) => id) } } })
  changed(tx, ...rows.map(tagOf))
}

const tagOf = ({ fromPath }: { fromPath: string }): string =>
  fromPath.endsWith('/*') ? PATTERNS_TAG : `path:${foldAddress(fromPath)}`

type Counted = { hits: number; lastHitAt: Date | null; createdAt: Date }
export type Writing = { wanted: Wanted; kept: Counted | null }

/** Writes redirects that were judged, and leads whatever led to their beginnings to their ends. Answers their ids in order. */
export async function writeRedirects(tx: Tx, all: readonly Writing[], actor: Viewer, now: Date): Promise<number[]> {
  const data = all.map(({ wanted, kept }) => ({
    ...wanted,
    fromFolded: foldAddress(wanted.fromPath),
    madeByName: actor.name,
    createdAt: kept?.createdAt ?? now,
    ...(kept && { hits: kept.hits, lastHitAt: kept.lastHitAt }),
  }))
  await tx.redirect.createMany({ data })
  changed(tx, ...all.map(({ wanted }) => tagOf(wanted)))
  await leadOlderOn(
    tx,
    all.map(({ wanted }) => wanted),
  )
  const paths = data.map(({ fromPath }) => fromPath)
  const rows = await tx.redirect.findMany({ where: { fromPath: { in: paths } }, select: { id: true, fromPath: true } })
  const ids = new Map(rows.map(({ id, fromPath }) => [fromPath, id]))
  return paths.map((path) => ids.get(path) ?? 0)
}

async function leadOlderOn(tx: Tx, wanted: readonly Wanted[]): Promise<void> {
  const ends = new Map(wanted.flatMap((one) => (one.status === 301 && !one.isPattern ? [[one.fromPath, one]] : [])))
  if (!ends.size) return
  const older = await tx.redirect.findMany({
    where: { toPath: { in: [...ends.keys()] } },
    select: { id: true, fromPath: true, toPath: true, toExtra: true },
  })
  for (const { id, fromPath, toPath, toExtra } of older) {
    const end = ends.get(toPath)
    if (!end) continue
    const data = { toPath: end.toPath, toExtra: toExtra || end.toExtra }
    await tx.redirect.update({ where: { id }, data, select: { id: true } })
    changed(tx, tagOf({ fromPath }))
  }
}
