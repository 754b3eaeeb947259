import type { DocumentNode } from '@/lib/documents/document'
import { nodeTypes } from '@/lib/documents/node-types'
import type { Direction } from '@/lib/i18n/locale'

const STRONG = /\p{L}/u
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** The direction a text has by its first letter, as `dir=auto` finds it; null where it has none. */
export function firstDirection(text: string): Direction | null {
  const letter = STRONG.exec(text)?.[0]
  if (letter === undefined) return null
  return RIGHT_TO_LEFT.test(letter) ? 'rtl' : 'ltr'
}

/** All text in a node. */
export function textOfNode(node: DocumentNode): string {
  return node.text ?? (node.content ?? []).map(textOfNode).join('')
}

/** What a block that goes by its own text has to say where it stands in an article of this direction; often nothing. */
export function saidDirection(node: DocumentNode, around: Direction): Direction | undefined {
  const said = node.attrs?.dir
  const own = said === undefined ? nodeTypes.get(node.type)?.attributes.dir?.default : said
  if (own !== 'auto') return undefined
  const found = firstDirection(textOfNode(node))
  return found === null || found === around ? undefined : found
}
