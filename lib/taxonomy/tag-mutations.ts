import { recordDone } from '@/lib/audit/mutations'
import { may, type Viewer } from '@/lib/auth/permissions'
import { isUniqueViolation } from '@/lib/database/violations'
import type { Database, Tx } from '@/lib/db'
import { transact } from '@/lib/invalidation'
import { newSlug } from '@/lib/wordpress/text/slug'
import { addTags } from './mutations'

/** In characters; nobody files under a sentence. */
export const LONGEST_TAG = 80
const MOST_TRIES = 50

type Made = { ok: true; tag: { id: number; name: string } }
type Refused = { ok: false; reason: 'forbidden' | 'malformed' }

/** The tag of this name: the one that is there, in whatever case, or a new one. */
export async function makeTag(
  db: Database,
  { name: typed }: { name: string },
  actor: Viewer,
  now: Date,
): Promise<Made | Refused> {
  if (!may(actor, 'tags.make')) return { ok: false, reason: 'forbidden' }
  const name = plain(typed)
  const slug = newSlug(name)
  if (!/[\p{L}\p{N}]/u.test(name) || [...name].length > LONGEST_TAG) return { ok: false, reason: 'malformed' }
  for (let attempt = 1; ; attempt++) {
    try {
      return await findOrAdd(db, name, slug, actor, now)
    } catch (error) {
      // Two people thought of it at once: the second finds what the first has made.
      if (!isUniqueViolation(error) || attempt === MOST_TRIES) throw error
    }
  }
}

const plain = (typed: string): string =>
  typed
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()

/** The tag of this name, in whatever case; for whoever makes none. */
export async function findTag(db: Database, typed: string): Promise<{ id: number; name: string } | null> {
  const name = plain(typed)
  return called(name, await listNear(db, newSlug(name)))
}

function findOrAdd(db: Database, name: string, slug: string, actor: Viewer, now: Date): Promise<Made> {
  return transact(db, async (tx) => {
    const near = await listNear(tx, slug)
    const same = called(name, near)
    if (same) return { ok: true, tag: { id: same.id, name: same.name } }
    const taken = new Set(near.map((tag) => tag.slug))
    const free = numbered(slug).find((one) => !taken.has(one))
    if (free === undefined) throw new Error(`no free address for the tag ${slug}`)
    const [id = 0] = await addTags(tx, [{ slug: free, name, description: '' }])
    await recordDone(tx, actor, { act: 'tags.make', object: `tag:${id}`, details: { name } }, now)
    return { ok: true, tag: { id, name } }
  })
}

type Tag = { id: number; name: string; slug: string }
const called = (name: string, near: Tag[]): Tag | null =>
  near.find((tag) => tag.name.toLowerCase() === name.toLowerCase()) ?? null

const listNear = (db: Database | Tx, slug: string): Promise<Tag[]> =>
  db.tag.findMany({ where: { slug: { in: numbered(slug) } }, select: { id: true, name: true, slug: true } })

/** Names that sound alike get a number: "C" and "C++". */
const numbered = (slug: string): string[] =>
  Array.from({ length: MOST_TRIES }, (_, i) => (i === 0 ? slug : `${slug}-${i + 1}`))
