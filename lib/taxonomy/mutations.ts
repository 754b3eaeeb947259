import type { Tx } from '@/lib/db'
import { changed } from '@/lib/invalidation'
import { CATEGORIES_TAG, describedTag, listTag, tagTag } from './shown-tags'
import { sortName } from './sort-name'

export type NewCategory = {
  slug: string
  name: string
  description: string
  /** Among those of one parent, from 0. */
  position: number
  parentId: number | null
  /** Slugs from the root; free, as the caller has made sure. */
  path: string
}

/** Adds a category and answers its id. */
export async function addCategory(tx: Tx, category: NewCategory): Promise<number> {
  const { id } = await tx.category.create({ data: category, select: { id: true } })
  changed(tx, CATEGORIES_TAG, listTag(category.parentId))
  return id
}

export async function describeCategory(tx: Tx, id: number, description: string): Promise<void> {
  await tx.category.update({ where: { id }, data: { description }, select: { id: true } })
  changed(tx, CATEGORIES_TAG, describedTag(id))
}

export type NewTag = { slug: string; name: string; description: string }

/** Adds tags whose slugs are free, and answers their ids in order. */
export async function addTags(tx: Tx, tags: NewTag[]): Promise<number[]> {
  const rows = await tx.tag.createManyAndReturn({
    data: tags.map((tag) => ({ ...tag, sortName: sortName(tag.name) })),
    select: { id: true, slug: true },
  })
  const ids = new Map(rows.map(({ id, slug }) => [slug, id]))
  return tags.map(({ slug }) => ids.get(slug) ?? fail(slug))
}

export async function describeTag(tx: Tx, id: number, description: string): Promise<void> {
  await tx.tag.update({ where: { id }, data: { description }, select: { id: true } })
  changed(tx, tagTag(id))
}

function fail(slug: string): never {
  throw new Error(`the database did not answer the id of the tag ${slug}`)
}
