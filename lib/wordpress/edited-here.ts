import { contentOf } from '@/lib/articles/editing/content'
import type { Why } from '@/lib/articles/editing/revision'
import { keepRevision } from '@/lib/articles/editing/revision-mutations'
import { readStored } from '@/lib/articles/editing/stored-queries'
import type { ArticleInput } from '@/lib/articles/input'
import { replaceArticle, type WritingSite } from '@/lib/articles/mutations'
import type { Act } from '@/lib/auth/permissions'
import type { Database, Tx } from '@/lib/db'

type Line = { why: string; actorId: string | null; savedAt: Date }

/** What the newsroom left on an imported article. */
export type Traces = {
  /** Its revisions, the oldest first. */
  history: readonly Line[]
  /** Readers do not see edits that are still there; those that were thrown away are nowhere but in the history. */
  hasCopy: boolean
  /** When something beside the text was set, which leaves no line in the history. */
  setAt: readonly Date[]
}

const COPIED = new Set<string>(['change', 'restore'] satisfies Why[])

/**
 * True where somebody here has changed an imported article since it was last imported. Whatever the newsroom does to one
 * leaves a line in its history; one that merely appeared at the time the export had set was changed by nobody, and neither
 * was a live one whose changes were all thrown away.
 */
export function isEditedHere({ history, hasCopy, setAt }: Traces): boolean {
  const imported = history.findLastIndex(({ why }) => why === ('import' satisfies Why))
  const since = history.slice(imported + 1)
  const acts = since.filter(({ why }) => why !== ('found' satisfies Why))
  if (!since.length || !acts.length) return since.length > 0
  const ours = acts.filter(({ actorId }) => actorId !== '')
  if (!ours.every(({ why }) => COPIED.has(why))) return true
  const importedAt = history[imported]?.savedAt.getTime() ?? 0
  return ours.length > 0 && (hasCopy || setAt.some((at) => at.getTime() > importedAt))
}

/** Which of these articles somebody here has changed. */
export async function readEdited(db: Database, ids: readonly number[]): Promise<Set<number>> {
  const rows = await db.revision.findMany({
    where: { articleId: { in: [...ids] } },
    orderBy: { id: 'asc' },
    select: { articleId: true, why: true, actorId: true, savedAt: true },
  })
  const histories = new Map<number, Line[]>()
  for (const { articleId, ...line } of rows) histories.set(articleId, [...(histories.get(articleId) ?? []), line])
  const changed = [...histories].flatMap(([id, lines]) => (lines.some(({ why }) => COPIED.has(why)) ? [id] : []))
  const { copied, settings } = await readBeside(db, changed)
  const edited = [...histories].filter(([id, history]) =>
    isEditedHere({ history, hasCopy: copied.has(id), setAt: settings.get(id) ?? [] }),
  )
  return new Set(edited.map(([id]) => id))
}

/** What is set beside the text, goes to the trash or is to be withdrawn stands in the audit log alone. */
const BESIDE: Act[] = ['articles.edit', 'articles.trash', 'articles.withdraw']

/** Of articles that are not live there is no working copy: what was saved of those counts as it is. */
async function readBeside(db: Database, ids: number[]) {
  const settings = new Map<number, Date[]>()
  if (!ids.length) return { copied: new Set<number>(), settings }
  const standing = await db.article.findMany({
    where: { id: { in: ids }, OR: [{ status: { not: 'PUBLISHED' } }, { workingCopy: { isNot: null } }] },
    select: { id: true },
  })
  const events = await db.auditEvent.findMany({
    where: { object: { in: ids.map((id) => `article:${id}`) }, act: { in: BESIDE }, result: 'DONE' },
    select: { object: true, at: true },
  })
  for (const { object, at } of events) {
    const id = Number(object.slice('article:'.length))
    settings.set(id, [...(settings.get(id) ?? []), at])
  }
  return { copied: new Set(standing.map(({ id }) => id)), settings }
}

const IMPORT = { id: '', name: '' }

/**
 * Writes an import over what was edited here, when that is asked for. The text before it is the latest of the history
 * already; what an export knows nothing of stays: what readers were told was wrong, who did what, how long it is pinned.
 */
export async function overwriteEdited(tx: Tx, id: number, imported: ArticleInput, site: WritingSite) {
  const stored = await readStored(tx, id)
  const { corrections = [], authorRoles = {}, pinnedUntil = null } = stored?.input ?? {}
  const input = { ...imported, corrections, authorRoles, pinnedUntil }
  const touched = await replaceArticle(tx, id, input, site)
  await keepRevision(tx, { articleId: id, content: contentOf(input), why: 'import' }, IMPORT, new Date())
  return touched
}
