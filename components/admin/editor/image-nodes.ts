import type { DocumentNode } from '@/lib/documents/document'
import type { StoredPicture } from '@/lib/media/upload'

/** An image that is given by its address. */
export const addressNode = (src: string): DocumentNode => ({ type: 'image', attrs: { src } })

/** A picture of the library with the words that it has there. */
export function pictureNode({ src, alt, width, height, credit, caption }: StoredPicture): DocumentNode {
  const attrs = { src, alt, width, height, credit: credit || null }
  return { type: 'image', attrs, ...(caption && { content: [{ type: 'text' as const, text: caption }] }) }
}
