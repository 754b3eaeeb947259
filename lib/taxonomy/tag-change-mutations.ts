import { tagKey } from '@/lib/archives/keys'
import { refileArchive } from '@/lib/archives/refile-mutations'
import type { Viewer } from '@/lib/auth/permissions'
import type { Database, Tx } from '@/lib/db'
import { changed } from '@/lib/invalidation'
import { enqueue } from '@/lib/jobs/mutations'
import { changeTags, isChosen, leadOn, noteMerged, recordChange, tagAddress } from './change-mutations'
import { type Refused, refuse } from './changing'
import { describedAnew, named } from './names'
import { keptOfTag } from './restore-tag-mutations'
import { TAG_ADDRESSES, TAG_NAMES, tagTag } from './shown-tags'
import { sortName } from './sort-name'

export type TagWords = { name: string; slug: string; description: string }

const tagSelect = { id: true, name: true, slug: true, description: true } as const
const findTag = (tx: Tx, id: number) => tx.tag.findUnique({ where: { id }, select: tagSelect })

/** Other words about a tag. With another slug its old address leads to the new one. */
export function editTag(
  db: Database,
  { id, ...words }: TagWords & { id: number },
  actor: Viewer,
  now: Date,
): Promise<{ ok: true; before: TagWords } | Refused> {
  return changeTags(db, actor, async (tx) => {
    const was = await findTag(tx, id)
    if (!was) return refuse('gone')
    // An address that nobody touched stays, however it was spelled where it came from.
    const checked = named(words.name, words.slug === was.slug ? 'x' : words.slug)
    if (!checked.ok) return checked
    const slug = words.slug === was.slug ? was.slug : checked.slug
    const other = await tx.tag.findUnique({ where: { slug }, select: { id: true } })
    if (other && other.id !== id) return refuse('addressTaken')
    const description = describedAnew(words.description, was.description)
    if (description === null) return refuse('descriptionLong')
    const data = { name: checked.name, sortName: sortName(checked.name), slug, description }
    await tx.tag.update({ where: { id }, data, select: { id: true } })
    if (slug !== was.slug) {
      await leadOn(tx, tagAddress(was.slug), tagAddress(slug), now)
      changed(tx, TAG_ADDRESSES)
    }
    changed(tx, tagTag(id))
    // Readers find articles by their tags' names.
    if (data.name !== was.name) {
      await indexLater(tx, id, now)
      changed(tx, TAG_NAMES)
    }
    const details = { did: 'edit', name: data.name, from: was.slug, to: slug }
    await recordChange({ tx, actor, now }, `tag:${id}`, details)
    return { ok: true, before: { name: was.name, slug: was.slug, description: was.description } }
  })
}

const indexLater = (tx: Tx, tagId: number, now: Date) =>
  enqueue(tx, { kind: 'taxonomy.indexTag', payload: { tagId }, runAt: now, key: `index tag ${tagId}` }, now)

/** Gives everything that has one tag the other instead. */
export function mergeTag(
  db: Database,
  { id, intoId }: { id: number; intoId: number },
  actor: Viewer,
  now: Date,
): Promise<{ ok: true; articles: number } | Refused> {
  return changeTags(db, actor, async (tx) => {
    const [was, into] = [await findTag(tx, id), await findTag(tx, intoId)]
    if (!was || !into) return refuse('gone')
    if (id === intoId) return refuse('same')
    const articles = await tx.articleTag.count({ where: { tagId: id } })
    await tx.articleTag.updateMany({
      where: { tagId: id, article: { tags: { none: { tagId: intoId } } } },
      data: { tagId: intoId },
    })
    const [from, to] = [tagKey(id), tagKey(intoId)]
    await refileArchive(tx, from, { joins: [to], leaves: [{ key: from, stays: [] }] })
    // What had both tags has the other left.
    await tx.tag.delete({ where: { id }, select: { id: true } })
    await leadOn(tx, tagAddress(was.slug), tagAddress(into.slug), now)
    await noteMerged(tx, 'tag', id, intoId)
    await indexLater(tx, intoId, now)
    changed(tx, tagTag(id), TAG_ADDRESSES)
    const details = { did: 'merge', name: was.name, from: was.slug, into: into.slug, articles }
    await recordChange({ tx, actor, now }, `tag:${intoId}`, details)
    return { ok: true, articles }
  })
}

/** Deletes a tag that nothing has; restoreTag brings it back (restore-tag-mutations.ts). */
export function deleteTag(
  db: Database,
  { id }: { id: number },
  actor: Viewer,
  now: Date,
): Promise<{ ok: true } | Refused> {
  return changeTags(db, actor, async (tx) => {
    const was = await findTag(tx, id)
    if (!was) return refuse('gone')
    const filed = await tx.articleTag.findFirst({ where: { tagId: id }, select: { tagId: true } })
    if (filed || (await isChosen(tx, 'tagIds', id))) return refuse('notEmpty')
    const kept = await keptOfTag(tx, was)
    await tx.tag.delete({ where: { id }, select: { id: true } })
    await tx.redirect.deleteMany({ where: { toPath: tagAddress(was.slug) } })
    changed(tx, tagTag(id), TAG_ADDRESSES)
    await recordChange({ tx, actor, now }, `tag:${id}`, { did: 'delete', name: was.name, from: was.slug, kept })
    return { ok: true }
  })
}

/** A tag that nobody has made yet, at an address of its own. */
export function createTag(
  db: Database,
  words: TagWords,
  actor: Viewer,
  now: Date,
): Promise<{ ok: true; id: number } | Refused> {
  return changeTags(db, actor, async (tx) => {
    const checked = named(words.name, words.slug)
    if (!checked.ok) return checked
    const { name, slug } = checked
    const other = await tx.tag.findFirst({ where: { OR: [{ slug }, { name }] }, select: { id: true } })
    if (other) return refuse('addressTaken')
    const description = describedAnew(words.description, '')
    if (description === null) return refuse('descriptionLong')
    const data = { name, sortName: sortName(name), slug, description }
    const { id } = await tx.tag.create({ data, select: { id: true } })
    // Nothing leads away from where it lives now.
    await tx.redirect.deleteMany({ where: { fromPath: tagAddress(slug) } })
    changed(tx, TAG_ADDRESSES)
    await recordChange({ tx, actor, now }, `tag:${id}`, { did: 'new', name, to: slug })
    return { ok: true, id }
  })
}
