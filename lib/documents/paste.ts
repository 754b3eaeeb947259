import type { DocumentNode } from '@/lib/documents/document'
import { htmlToDocument } from '@/lib/documents/html-document'
import { readBlocks, writeHtml } from '@/lib/documents/html-tree'
import { cleanElements } from '@/lib/documents/paste-elements'
import { wordLists } from '@/lib/documents/paste-word-lists'
import { plainText } from '@/lib/markup/plain-text'
import { sanitiseBody } from '@/lib/markup/sanitise'

/**
 * What somebody pastes, from Word, Google Docs or a web page, as blocks of a document: its words and what they mean, none
 * of how they looked there. It passes the border for HTML as every body does. Never throws.
 */
export function pastedBlocks(html: string): DocumentNode[] {
  const pasted = wordLists(readBlocks(html).map(({ node }) => node))
  const { html: body } = sanitiseBody(writeHtml(cleanElements(pasted)))
  return (htmlToDocument(body).content ?? []).flatMap(ownBlock).map(asWritten)
}

/** Nobody pastes a raw block: of what no document can hold its text is left. */
function ownBlock(node: DocumentNode): DocumentNode[] {
  if (node.type !== 'rawHtml') return isNothing(node) ? [] : [node]
  const lines = plainText(String(node.attrs?.html ?? '')).split('\n')
  return lines.filter(Boolean).map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }))
}

const isNothing = (node: DocumentNode): boolean => node.type === 'paragraph' && (node.content ?? []).length === 0

/** As if it had been written here: its direction goes by its letters, an item of a list is one line. */
function asWritten({ attrs = {}, content, ...node }: DocumentNode): DocumentNode {
  const { dir: _dir, spaced: _spaced, id: _id, lang: _lang, class: _class, ...own } = attrs
  return {
    ...node,
    ...(Object.keys(own).length > 0 && { attrs: own }),
    ...(content && { content: content.map(asWritten) }),
  }
}
