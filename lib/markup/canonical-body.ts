import { toHtml } from 'hast-util-to-html'
import { BodyBuilder, type Rewrite } from '@/lib/markup/body-builder'
import { BodyIds } from '@/lib/markup/body-ids'
import type { BodyNode } from '@/lib/markup/containers'
import { OpenFormats } from '@/lib/markup/open-formats'
import { readHtml } from '@/lib/markup/read-html'
import { Removals } from '@/lib/markup/removals'
import { tidy } from '@/lib/markup/tidy'

export type CanonicalBody = { html: string; removed: Record<string, number> }

/**
 * The canonical form of a body, for lib/markup/sanitise.ts and for importers that change elements on the way: what
 * `rewrite` makes of an element still has to pass the allow-list. `ids` are those already given in the same article.
 *
 * Own walk in place of hast-util-sanitize: that takes elements out of a tree but leaves them where they are, so what
 * is left may nest in ways HTML cannot say (a paragraph in a paragraph, a row outside a table) and reads back as
 * another tree. Here the tree is built anew (lib/markup/body-builder.ts), which the corpus test holds against every
 * hostile string we have (lib/markup/sanitise.corpus.test.ts).
 */
export function canonicalBody(html: string, rewrite?: Rewrite, ids = new Set<string>()): CanonicalBody {
  const blocks: string[] = []
  const write = (nodes: BodyNode[]) => {
    for (const block of writtenBlocks(nodes)) blocks.push(block)
  }
  const bodyIds = new BodyIds(ids, fragments(html))
  const removals = new Removals()
  const formats = new OpenFormats(10_000 + 2 * html.length, bodyIds)
  const builder = new BodyBuilder(write, bodyIds, formats, removals, rewrite)
  readHtml(html, builder)
  builder.finish()
  return { html: blocks.join('\n'), removed: removals.record() }
}

/** Blocks of a body as they are stored, each a line; tidied on the way. */
export function writtenBlocks(nodes: BodyNode[]): string[] {
  return tidy(nodes, '').map((node) => toHtml(node, { characterReferences: { useNamedReferences: true } }))
}

/** Fragments that the HTML links to. */
function fragments(html: string): ReadonlySet<string> {
  if (!html.includes('#')) return new Set()
  return new Set(Array.from(html.matchAll(/href\s*=\s*["']?#([^"'\s>]+)/gi), ([, id = '']) => id))
}
