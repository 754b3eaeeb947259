import { decodePath } from '@/lib/articles/paths'
import { parseImage } from './image'
import { isOfFile } from './uses'

/** True where an author's portrait, as it is stored, shows this file or one of its sizes. */
export function isPortrait(portrait: unknown, path: string): boolean {
  const src = parseImage(portrait)?.src
  return src !== undefined && isOfFile(decodePath(src), path)
}
