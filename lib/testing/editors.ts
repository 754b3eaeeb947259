import type { Seen } from '@/lib/articles/editing/act-mutations'
import { readCopy, type SeenCopy, saveWorkingCopy } from '@/lib/articles/editing/copy-mutations'
import { saveDraft } from '@/lib/articles/editing/draft-mutations'
import type { Viewer } from '@/lib/auth/permissions'
import type { Database } from '@/lib/db'
import { stored } from './newsroom'
import type { Editor } from './two-editors'

/** Somebody who writes a draft through the newsroom's own save. */
export const draftEditor = (db: Database, actor: Viewer): Editor<Seen> => ({
  name: actor.name,
  async save({ seen, content }) {
    const result = await saveDraft(db, { ...seen, content }, actor, new Date())
    if (result.ok) return { ok: true, seen: { ...seen, version: result.version } }
    if (result.reason !== 'conflict') throw new Error(result.reason)
    return { ...result, seen: { ...seen, version: result.theirs.version } }
  },
})

/** Somebody who changes a live article. */
export const copyEditor = (db: Database, actor: Viewer): Editor<SeenCopy> => ({
  name: actor.name,
  async save({ seen, content }) {
    const result = await saveWorkingCopy(db, { ...seen, content }, actor, new Date())
    if (result.ok) return { ok: true, seen: { ...seen, copyVersion: result.copyVersion } }
    if (result.reason !== 'conflict') throw new Error(result.reason)
    return { ...result, seen: { ...seen, copyVersion: result.theirs.version } }
  },
})

/** Planted: somebody whose saves say that they saw whatever is there, until one gets through. */
export const carelessEditor = (db: Database, actor: Viewer): Editor<Seen> => ({
  name: actor.name,
  async save(desk) {
    for (;;) {
      const { version } = await stored(db, desk.seen.id)
      const saved = await draftEditor(db, actor).save({ ...desk, seen: { ...desk.seen, version } })
      if (saved.ok) return saved
    }
  },
})

export const copyBody = async (db: Database, id: number): Promise<string> =>
  (await readCopy(db, id))?.content.body ?? ''
