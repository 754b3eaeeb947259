import type { MarkName, NodeName } from '@/lib/documents/node-types'

export type NodeAttributes = Record<string, string | number | boolean | null | number[]>

/** A mark on a text, as ProseMirror's JSON has it. */
export type DocumentMark = { type: MarkName; attrs?: NodeAttributes }

/** A node of a document, as ProseMirror's JSON has it. An attribute that is left out has its default. */
export type DocumentNode = {
  type: NodeName
  attrs?: NodeAttributes
  content?: DocumentNode[]
  marks?: DocumentMark[]
  text?: string
}

/** The text of an article. Its schema version is an attribute, so that an old one can be told and brought up to date. */
export type ArticleDocument = DocumentNode & { type: 'doc' }

export const DOCUMENT_VERSION = 1

export function documentOf(content: DocumentNode[]): ArticleDocument {
  const blocks: DocumentNode[] = content.length > 0 ? content : [{ type: 'paragraph' }]
  return { type: 'doc', attrs: { version: DOCUMENT_VERSION }, content: blocks }
}
