import type { Viewer } from '@/lib/auth/permissions'
import type { Database } from '@/lib/db'
import { act, type Seen, writeAndKeep } from './act-mutations'
import { typedPath } from './address'
import { isFreePath } from './address-mutations'
import { readCopy } from './copy-mutations'
import { type EditResult, refuse } from './result'

/**
 * Moves an article that readers know to any free address, at once; the old one leads to it. A working copy goes with it:
 * its writer has changed nothing of that.
 */
export function changePath(
  db: Database,
  { path: typed, ...seen }: Seen & { path: string },
  actor: Viewer,
  now: Date,
): Promise<EditResult> {
  return act(db, seen, actor, 'articles.changePath', now, async (acting): Promise<EditResult> => {
    const { tx, article } = acting
    const { input, id } = article
    if (input.trashedAt) return refuse('trashed')
    if (input.publishedAt === null) return refuse('status')
    const path = typedPath(typed)
    if (path === null) return refuse('pathWrong')
    if (path === input.path) return { ok: true, version: article.version }
    if (!(await isFreePath(tx, path, id))) return refuse('pathTaken')
    const slug = path.split('/').filter(Boolean).at(-1) ?? input.slug
    const copy = await readCopy(tx, id)
    const done = await writeAndKeep(acting, { ...input, path, slug }, actor, { why: 'move' })
    if (copy?.articleVersion === article.version) {
      const content = { ...copy.content, slug: copy.content.slug === input.slug ? slug : copy.content.slug }
      await tx.workingCopy.updateMany({
        where: { articleId: id, version: copy.version },
        data: { content, articleVersion: done.version },
      })
    }
    return done
  })
}
