import type { Comment } from 'schema-dts'
import type { CommentView } from '@/lib/comments/view'

/** So many stand for a discussion, and so much of each: machines read the rest where readers do. */
const MOST = 8
const LONGEST = 240

/**
 * The first comments of a discussion that everybody sees. What is held is seen by its writer alone and said to no machine; a
 * mention on another site is no comment; and a website that somebody gave has no link here that search engines would follow.
 */
export function commentThings(articleUrl: string, comments: readonly CommentView[]): Exclude<Comment, string>[] {
  return comments
    .filter(({ held, kind }) => !held && kind === 'COMMENT')
    .slice(0, MOST)
    .map(({ id, text, authorName, createdAt }) => ({
      '@type': 'Comment',
      '@id': `${articleUrl}#comment-${id}`,
      text: shortened(text),
      author: { '@type': 'Person', name: authorName },
      dateCreated: createdAt.toISOString(),
    }))
}

/** Whole, or its first words. */
function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const letters = [...line]
  if (letters.length <= LONGEST) return line
  const cut = letters.slice(0, LONGEST).join('')
  const space = cut.lastIndexOf(' ')
  return `${space > 0 ? cut.slice(0, space) : cut}…`
}
