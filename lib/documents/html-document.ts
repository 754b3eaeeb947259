import { type ArticleDocument, type DocumentNode, documentOf } from '@/lib/documents/document'
import { type HtmlBlock, readBlocks } from '@/lib/documents/html-tree'
import type { Notes } from '@/lib/documents/notes'
import { readBlock } from '@/lib/documents/read-block'
import { notesIn } from '@/lib/documents/read-footnotes'
import { sameNodes } from '@/lib/documents/same-nodes'
import { writeBlock } from '@/lib/documents/write-block'
import { writtenBlocks } from '@/lib/markup/canonical-body'

/**
 * A canonical body (lib/markup/sanitise.ts) as a document to edit. Nothing is lost: a block that a document cannot hold,
 * or that would be written in another way than it reads, stays as it is in a raw block.
 */
export function htmlToDocument(html: string): ArticleDocument {
  const blocks = readBlocks(html)
  const notes = notesIn(blocks)
  return documentOf(blocks.flatMap((block) => heldBlock(block, notes)))
}

function heldBlock({ node, source }: HtmlBlock, notes: Notes): DocumentNode[] {
  if (typeof node === 'string') return /\S/.test(source) ? [raw(source)] : []
  const read = readBlock(node, notes)
  if (read === null) return [raw(source)]
  if (read.type === 'pageBreak') return source === '<!--nextpage-->' ? [read] : []
  return [readsTheSame(read, source, notes) ? read : raw(source)]
}

const raw = (html: string): DocumentNode => ({ type: 'rawHtml', attrs: { html } })

/** Byte for byte, or with marks in another order: then what is written is read as the same nodes. */
function readsTheSame(read: DocumentNode, source: string, notes: Notes): boolean {
  const written = writtenBlocks(writeBlock(read, { notes, direction: 'ltr' })).join('\n')
  if (written === source) return true
  const [again, ...more] = readBlocks(written)
  if (again === undefined || typeof again.node === 'string' || more.length > 0) return false
  const readAgain = readBlock(again.node, notes)
  return readAgain !== null && sameNodes(read, readAgain)
}
