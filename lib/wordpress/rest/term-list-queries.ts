import type { Prisma } from '@/generated/sqlite/client'
import { dependsOn } from '@/lib/page-context'
import type { FileStart } from '@/lib/site/page-frame'
import { numberedTags, ownArticles, ownAuthors, ownCategories } from './number-queries'
import { termNumber } from './numbers'
import type { Asked } from './parameters'
import { readTagPage } from './tag-page-queries'
import { decodedSlug, listTerms } from './term-list'
import { type Ids, readCategories, readTags, readUsers, type Term } from './term-queries'

type Page = { page: Term[]; total: number }

/** A page of categories. Where their counts decide nothing, those of the page alone are counted. */
export async function listCategories(start: FileStart, asked: Asked): Promise<Page> {
  const { categories, numbers } = start.facts
  const parent = asked.integer('parent')
  const numberOf = (id: number | null) => (id === null ? 0 : termNumber(id, numbers.categories.get(id)))
  const ofPost = await termsOfPost(start, asked)
  const all = [...categories].flatMap(({ id, slug, name, parentId }) =>
    (parent === undefined || numberOf(parentId) === parent) && (!ofPost || ofPost.categories.includes(id))
      ? [{ id, slug, name, number: numberOf(id), count: 0 }]
      : [],
  )
  if (asked.boolean('hide_empty') || asked.text('orderby') === 'count') {
    const ids = all.map(({ id }) => id)
    return listTerms(await readCategories(start, ids), asked)
  }
  const { page, total } = listTerms(all, asked)
  const ids = page.map(({ id }) => id)
  return { page: await readCategories(start, ids), total }
}

/** A page of tags. Of all of them it is the database's; where words are looked for, all names are read. */
export async function listTags(start: FileStart, asked: Asked): Promise<Page> {
  const include = asked.integers('include')
  const slugs = asked.words('slug')
  const ofPost = await termsOfPost(start, asked)
  if (!include && !slugs && !ofPost && !asked.text('search')?.trim()) return readTagPage(start, asked)
  const among: Prisma.TagWhereInput[] = [
    ...(include ? [numberedTags(include)] : []),
    ...(slugs ? [{ slug: { in: slugs.map(decodedSlug) } }] : []),
    ...(ofPost ? [{ id: { in: ofPost.tags } }] : []),
  ]
  return listTerms(await readTags(start, among.length ? { AND: among } : null), asked)
}

/** A page of people. */
export async function listUsers(start: FileStart, asked: Asked): Promise<Page> {
  const { facts } = start
  const include = asked.integers('include')
  const slugs = asked.words('slug')?.map(decodedSlug)
  const ids: Ids = include
    ? ownAuthors(facts, include)
    : (slugs?.flatMap((slug) => facts.authorsBySlug.get(slug)?.id ?? []) ?? null)
  return listTerms(await readUsers(start, ids), asked)
}

/** The term or person of a number; null where there is none, or none that the public may know. Two queries at most. */
export async function readTerm(
  start: FileStart,
  kind: 'categories' | 'tags' | 'users',
  number: number,
): Promise<Term | null> {
  const read = {
    categories: () => readCategories(start, ownCategories(start.facts, [number])),
    tags: () => readTags(start, numberedTags([number])),
    users: () => readUsers(start, ownAuthors(start.facts, [number])),
  }
  return (await read[kind]()).find((term) => term.number === number) ?? null
}

/** Of one post alone, where it is asked for: that is where a post's links lead. Null where it is not. Two queries. */
async function termsOfPost({ db, facts }: FileStart, asked: Asked) {
  const number = asked.integer('post')
  if (number === undefined) return null
  const none = { categories: [], tags: [] }
  const [id] = await ownArticles(db, facts, [number])
  if (id === undefined) return none
  dependsOn(`article:${id}`)
  const post = await db.article.findUnique({
    where: { id },
    select: {
      status: true,
      categories: { select: { categoryId: true } },
      tags: { select: { tagId: true } },
    },
  })
  if (post?.status !== 'PUBLISHED') return none
  return {
    categories: post.categories.map(({ categoryId }) => categoryId),
    tags: post.tags.map(({ tagId }) => tagId),
  }
}
