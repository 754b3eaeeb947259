import { type Act, may, type Viewer, type Whose } from '@/lib/auth/permissions'
import { htmlToDocument } from '@/lib/documents/html-document'
import { addsRawBlock } from '@/lib/documents/raw-blocks'
import type { Content } from './content'

/** True where what is saved brings HTML of a writer's own, which editors alone may write. */
export function bringsHtml(viewer: Viewer, before: Pick<Content, 'body' | 'document'>, after: Content): boolean {
  if (may(viewer, 'articles.writeHtml') || !after.document) return false
  return addsRawBlock(before.document ?? htmlToDocument(before.body), after.document)
}

/** What of an article says whose it is. */
export type Owned = { ownerId: string | null; authorIds?: readonly number[] }

/** One's own is what one began, and what stands under one's byline. */
export function whose({ id, authorId }: Pick<Viewer, 'id' | 'authorId'>, { ownerId, authorIds = [] }: Owned): Whose {
  return ownerId === id || (authorId !== null && authorIds.includes(authorId)) ? 'own' : 'other'
}

export const mayWith = (viewer: Viewer, act: Act, article: Owned): boolean => may(viewer, act, whose(viewer, article))
