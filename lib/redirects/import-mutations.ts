import { untilNobodyOvertakes } from '@/lib/articles/editing/act-mutations'
import { foldPath } from '@/lib/articles/paths'
import { recordDone } from '@/lib/audit/mutations'
import { may, type Viewer } from '@/lib/auth/permissions'
import type { Database, Tx } from '@/lib/db'
import { transact } from '@/lib/invalidation'
import { getSiteFacts } from '@/lib/site/facts'
import { foldAddress, partQuery } from './address'
import { judge } from './checking-queries'
import { type CsvLine, LONGEST_FILE, MOST_LINES, readCsv } from './csv'
import { forget, writeRedirects } from './mutations'
import type { RedirectRefusal, Wanted } from './redirect'
import { readTyped } from './typed'

const act = 'redirects.edit'
/** A transaction of some 50 ms. */
const AT_ONCE = 100

export type RefusedLine = { number: number; text: string; reason: RedirectRefusal; about: string }
/** `same`: there already, just so. `header`: the file's line of names, which what is refused is read behind again. */
export type ImportReport = { header: string; added: number; replaced: number; same: number; refused: RefusedLine[] }
export type ImportResult = ({ ok: true } & ImportReport) | { ok: false; reason: 'forbidden' | 'fileEmpty' | 'fileLong' }

type Asked = { text: string; replaces: boolean; siteUrl: string }
type Step = { line: CsvLine; wanted: Wanted; standing: { id: number; fromPath: string }[] }

/** Where an article would hide it. */
const foldedPath = ({ fromPath }: Wanted): string => foldPath(partQuery(fromPath).path)

/** What an import of these lines would do; nothing is written. */
export async function lookThrough(db: Database, asked: Asked, actor: Viewer): Promise<ImportResult> {
  const plan = await planImport(db, asked, actor)
  return plan.ok ? { ok: true, ...plan.report } : plan
}

/**
 * Writes the redirects of a file, some at a time. What is refused is named, line by line, and changes nothing; ended in the
 * middle it is done again, and what is there already is left alone.
 */
export async function importRedirects(db: Database, asked: Asked, actor: Viewer, now: Date): Promise<ImportResult> {
  const plan = await planImport(db, asked, actor)
  if (!plan.ok) return plan
  const { steps, report } = plan
  const done: ImportReport = { ...report, added: 0, replaced: 0 }
  for (let at = 0; at < steps.length; at += AT_ONCE) {
    const some = steps.slice(at, at + AT_ONCE)
    const { overtaken, added, replaced } = await untilNobodyOvertakes(() =>
      transact(db, (tx) => writeSome(tx, some, actor, now)),
    )
    done.added += added
    done.replaced += replaced
    done.refused.push(...overtaken)
  }
  return { ok: true, ...done, refused: done.refused.sort((a, b) => a.number - b.number) }
}

async function writeSome(tx: Tx, steps: readonly Step[], actor: Viewer, now: Date) {
  // Since they were judged something may have been published there, or written by somebody else.
  const folded = steps.map(({ wanted }) => foldAddress(wanted.fromPath))
  const living = await tx.article.findMany({
    where: {
      pathFolded: { in: steps.map(({ wanted }) => foldedPath(wanted)) },
      status: { in: ['PUBLISHED', 'WITHDRAWN'] },
    },
    select: { pathFolded: true },
  })
  const standing = await tx.redirect.findMany({
    where: { fromFolded: { in: folded } },
    select: { id: true, fromFolded: true, hits: true, lastHitAt: true, createdAt: true, fromPath: true },
  })
  const isLiving = new Set(living.map(({ pathFolded }) => pathFolded))
  const reasonOf = ({ wanted, standing: seen }: Step): RedirectRefusal | null => {
    if (!wanted.isPattern && isLiving.has(foldedPath(wanted))) return 'living'
    const now = standing.filter(({ fromFolded }) => fromFolded === foldAddress(wanted.fromPath))
    return now.every(({ id }) => seen.some((one) => one.id === id)) ? null : 'exists'
  }
  const overtaken = steps.flatMap((step) => {
    const reason = reasonOf(step)
    return reason ? [refusedLine(step.line, reason)] : []
  })
  const sound = steps.filter((step) => reasonOf(step) === null)
  const old = sound.flatMap((step) => step.standing)
  if (old.length) await forget(tx, old)
  const keptOf = (step: Step) => standing.find(({ id }) => id === step.standing[0]?.id) ?? null
  await writeRedirects(
    tx,
    sound.map((step) => ({ wanted: step.wanted, kept: keptOf(step) })),
    actor,
    now,
  )
  const replaced = sound.filter((step) => step.standing.length).length
  const added = sound.length - replaced
  await recordDone(tx, actor, { act, object: 'redirects', details: { did: 'import', added, replaced } }, now)
  return { overtaken, added, replaced }
}

async function planImport(
  db: Database,
  { text, replaces, siteUrl }: Asked,
  actor: Viewer,
): Promise<{ ok: true; steps: Step[]; report: ImportReport } | Extract<ImportResult, { ok: false }>> {
  if (!may(actor, act)) return { ok: false, reason: 'forbidden' }
  if (text.length > LONGEST_FILE) return { ok: false, reason: 'fileLong' }
  const { header, lines } = readCsv(text)
  if (!lines.length) return { ok: false, reason: 'fileEmpty' }
  if (lines.length > MOST_LINES) return { ok: false, reason: 'fileLong' }
  const report: ImportReport = { header, added: 0, replaced: 0, same: 0, refused: [] }
  const read = lines.flatMap((line) => {
    const reading = readTyped(line, siteUrl)
    if (reading.ok) return [{ line, wanted: reading.value }]
    report.refused.push(refusedLine(line, reading.reason))
    return []
  })
  const { categories } = await getSiteFacts(db)
  const wanted = read.map((one) => one.wanted)
  const judged = await judge(wanted, { db, categories, replaces })
  const steps: Step[] = []
  for (const [at, { line }] of read.entries()) {
    const verdict = judged[at]
    if (!verdict) continue
    if (!verdict.ok) {
      report.refused.push(refusedLine(line, verdict.reason, verdict.about))
      continue
    }
    const { standing, isThere } = verdict
    if (isThere) report.same++
    else {
      steps.push({ line, wanted: verdict.wanted, standing })
      if (standing.length) report.replaced++
      else report.added++
    }
  }
  report.refused.sort((a, b) => a.number - b.number)
  return { ok: true, steps, report }
}

const refusedLine = ({ number, text }: CsvLine, reason: RedirectRefusal, about = ''): RefusedLine => ({
  ...{ number, text, reason, about },
})
