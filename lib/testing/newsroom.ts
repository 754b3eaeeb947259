import type { Role } from '@/generated/sqlite/enums'
import { type Content, contentOf } from '@/lib/articles/editing/content'
import { createDraft, saveDraft } from '@/lib/articles/editing/draft-mutations'
import { publish, schedule } from '@/lib/articles/editing/publish-mutations'
import { readStored, type Stored } from '@/lib/articles/editing/stored-queries'
import type { Viewer } from '@/lib/auth/permissions'
import type { Database } from '@/lib/db'

export const actor = (name: string, role: Role = 'EDITOR'): Viewer => ({
  ...{ id: name.toLowerCase(), name, role },
  ...{ authorId: null, address: '' },
})

export const ines = actor('Ines')
export const oda = actor('Oda')

export async function stored(db: Database, id: number): Promise<Stored> {
  const article = await readStored(db, id)
  if (!article) throw new Error(`there is no article ${id}`)
  return article
}

/** The result of an act that a test takes for granted. */
export function must<T extends { ok: boolean }>(result: T): Extract<T, { ok: true }> {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`)
  return result as Extract<T, { ok: true }>
}

let written = 0

/** A draft with a headline of its own, in which a test says what matters. */
export async function writeDraft(
  db: Database,
  now: Date,
  over: Partial<Content> = {},
  by: Viewer = ines,
): Promise<{ id: number; version: number; content: Content }> {
  const { id, version } = must(await createDraft(db, { kind: 'ARTICLE' }, by, now))
  const empty = contentOf((await stored(db, id)).input)
  const headline = `Headline of ${++written}`
  const content = { ...empty, slug: '', headline, body: '<p>Words.</p>', ...over }
  const saved = must(await saveDraft(db, { id, version, content }, by, now))
  return { id, version: saved.version, content: contentOf((await stored(db, id)).input) }
}

export async function writeLive(db: Database, now: Date, over: Partial<Content> = {}) {
  const draft = await writeDraft(db, now, over)
  const { version } = must(await publish(db, draft, ines, now))
  return { ...draft, version, content: contentOf((await stored(db, draft.id)).input) }
}

export async function writeScheduled(db: Database, now: Date, publishAt: Date, over: Partial<Content> = {}) {
  const draft = await writeDraft(db, now, over)
  const { version } = must(await schedule(db, { ...draft, publishAt }, ines, now))
  return { ...draft, version }
}
