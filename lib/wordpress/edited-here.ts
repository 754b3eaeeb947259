import { contentOf } from '@/lib/articles/editing/content'
import type { Why } from '@/lib/articles/editing/revision'
import { keepRevision } from '@/lib/articles/editing/revision-mutations'
import { readStored } from '@/lib/articles/editing/stored-queries'
import type { ArticleInput } from '@/lib/articles/input'
import { replaceArticle, type WritingSite } from '@/lib/articles/mutations'
import type { Database, Tx } from '@/lib/db'

type Line = { why: string; actorId: string | null }

/**
 * True where somebody here has changed an imported article since it was last imported. Whatever the newsroom does to one
 * leaves a line in its history; one that merely appeared at the time the export had set was changed by nobody.
 */
export function isEditedHere(history: readonly Line[]): boolean {
  const imported = history.findLastIndex(({ why }) => why === ('import' satisfies Why))
  const since = history.slice(imported + 1)
  const acts = since.filter(({ why }) => why !== ('found' satisfies Why))
  return since.length > 0 && (acts.length === 0 || acts.some(({ actorId }) => actorId !== ''))
}

/** Which of these articles somebody here has changed. */
export async function readEdited(db: Database, ids: readonly number[]): Promise<Set<number>> {
  const rows = await db.revision.findMany({
    where: { articleId: { in: [...ids] } },
    orderBy: { id: 'asc' },
    select: { articleId: true, why: true, actorId: true },
  })
  const histories = new Map<number, Line[]>()
  for (const { articleId, ...line } of rows) histories.set(articleId, [...(histories.get(articleId) ?? []), line])
  return new Set([...histories].flatMap(([id, history]) => (isEditedHere(history) ? [id] : [])))
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
