import type { Comment, ElementContent } from 'hast'
import type { ArticleDocument, DocumentNode } from '@/lib/documents/document'
import type { Notes } from '@/lib/documents/notes'
import { writeBlock } from '@/lib/documents/write-block'
import type { Direction } from '@/lib/i18n/locale'
import { writtenBlocks } from '@/lib/markup/canonical-body'
import { sanitiseBody } from '@/lib/markup/sanitise'

/** A document as the blocks of a body, before they have passed the border for HTML. */
export function documentMarkup(document: ArticleDocument, direction: Direction): string {
  const content = document.content ?? []
  const notes = notesOf(content)
  return content
    .flatMap((node) => {
      if (node.type === 'rawHtml') return sanitiseBody(String(node.attrs?.html ?? '')).html || []
      return writtenBlocks(topLevel(node, { notes, direction }))
    })
    .join('\n')
}

function topLevel(node: DocumentNode, around: { notes: Notes; direction: Direction }): (ElementContent | Comment)[] {
  return node.type === 'pageBreak' ? [{ type: 'comment', value: 'nextpage' }] : writeBlock(node, around)
}

function notesOf(content: readonly DocumentNode[]): Notes {
  const notes = content.flatMap((node) => (node.type === 'footnotes' ? (node.content ?? []) : []))
  return new Map(notes.map(({ attrs }, i) => [String(attrs?.note ?? `nameless ${i}`), i + 1]))
}
