import type { Viewer } from '@/lib/auth/permissions'
import type { Database } from '@/lib/db'
import { contentSchema } from './content'
import { type CopyResult, type SeenCopy, saveWorkingCopy } from './copy-mutations'
import { saveDraft } from './draft-mutations'
import { mayWith } from './ownership'
import { type EditResult, refuse } from './result'
import { readOwned } from './stored-queries'

/**
 * Makes an earlier text the newest: a save like any other, and of a live article one of its working copy. The slug stays:
 * an old one would move the article.
 */
export async function restoreRevision(
  db: Database,
  { revisionId, copyVersion, ...seen }: SeenCopy & { revisionId: number },
  actor: Viewer,
  now: Date,
): Promise<EditResult | CopyResult> {
  const revision = await db.revision.findUnique({
    where: { id: revisionId, articleId: seen.id },
    select: { content: true, article: { select: { status: true, slug: true } } },
  })
  const owned = await readOwned(db, seen.id)
  // Nobody learns from an answer which revisions there are.
  if (!revision || !owned || !mayWith(actor, 'articles.edit', owned)) return refuse('missing')
  const { status, slug } = revision.article
  const content = { ...contentSchema.parse(revision.content), slug }
  const saved = { ...seen, content, why: 'restore' } as const
  return status === 'PUBLISHED'
    ? saveWorkingCopy(db, { ...saved, copyVersion }, actor, now)
    : saveDraft(db, saved, actor, now)
}
