import { profileTag } from '@/lib/authors/shown-tags'
import { dependsOn } from '@/lib/page-context'
import type { FileStart } from '@/lib/site/page-frame'
import { readReplies } from './comment-queries'
import { embedded } from './embedded'
import { shapeOf } from './media-queries'
import { termNumber } from './numbers'
import { type Post, readPosts } from './post-queries'
import { categoryShape, tagShape, userShape } from './shapes'

/** As many comments of each post as WordPress shows there. */
const REPLIES = 10
/** Comments of more posts than have so many together are not read for a list. */
const MOST_REPLIES = 1_000

/** What the links of posts lead to, by relation, beside each of them. Five queries more at most. */
export async function embedPosts(
  start: FileStart,
  posts: Post[],
  wanted: (rel: string) => boolean,
): Promise<Record<string, unknown>[]> {
  const replies = wanted('replies') ? await readReplies(start, discussed(posts), REPLIES) : new Map()
  const parents = wanted('up') ? await readParents(start, posts) : new Map()
  return posts.map((post) => {
    const parts: Record<string, unknown[]> = {
      ...(wanted('author') && post.author && { author: [authorOf(start, post.author)] }),
      ...(replies.has(post.id) && {
        replies: [
          replies.get(post.id)?.map(({ shape }: { shape: Record<string, unknown> }) => embedded('comments', shape)),
        ],
      }),
      ...(parents.has(post.parentId) && { up: [parents.get(post.parentId)] }),
      ...(wanted('wp:featuredmedia') &&
        post.lead && {
          'wp:featuredmedia': [embedded('media', shapeOf(start, post.lead, null))],
        }),
      ...(wanted('wp:term') && post.kind === 'ARTICLE' && { 'wp:term': termsOf(start, post) }),
    }
    return { ...post.shape, _embedded: parts }
  })
}

function discussed(posts: Post[]): number[] {
  let left = MOST_REPLIES
  return posts.flatMap(({ id, commentCount }) => {
    if (commentCount === 0 || commentCount > left) return []
    left -= commentCount
    return [id]
  })
}

async function readParents(start: FileStart, posts: Post[]): Promise<Map<number | null, Record<string, unknown>>> {
  const ids = [...new Set(posts.flatMap(({ parentId }) => parentId ?? []))]
  const parents = ids.length ? await readPosts(start, ids, new Set(['id', 'title'])) : []
  return new Map(parents.map(({ id, shape }) => [id, embedded('posts', shape)]))
}

function authorOf({ siteUrl, facts }: FileStart, author: NonNullable<Post['author']>): Record<string, unknown> {
  dependsOn(profileTag(author.id))
  return embedded('users', userShape(siteUrl, author, termNumber(author.id, facts.numbers.authors.get(author.id))))
}

/** Categories, then tags. */
function termsOf({ siteUrl, facts }: FileStart, { categoryIds, tags }: Post): Record<string, unknown>[][] {
  const { categories, numbers } = facts
  const numberOf = (id: number | null) => (id === null ? 0 : termNumber(id, numbers.categories.get(id)))
  return [
    categoryIds.flatMap((id) => {
      const category = categories.get(id)
      if (!category) return []
      const row = { ...category, number: numberOf(id), count: 0, parent: numberOf(category.parentId) }
      return [embedded('terms', categoryShape(siteUrl, row))]
    }),
    tags.map((tag) => {
      const row = { ...tag, number: termNumber(tag.id, tag.wordpressId), count: 0 }
      return embedded('terms', tagShape(siteUrl, row))
    }),
  ]
}
