import type { ArticleDocument, DocumentMark, DocumentNode, NodeAttributes } from '@/lib/documents/document'
import { type Attributes, markTypes, nodeTypes } from '@/lib/documents/node-types'

/** The document as it is stored: without the attributes that have their defaults, which ProseMirror always writes out. */
export function compactDocument(document: ArticleDocument): ArticleDocument {
  return { ...compactNode(document), type: 'doc', ...(document.attrs && { attrs: document.attrs }) }
}

function compactNode({ type, attrs, content, marks, text }: DocumentNode): DocumentNode {
  return {
    type,
    ...own(attrs, nodeTypes.get(type)?.attributes),
    ...(content && { content: content.map(compactNode) }),
    ...(marks && { marks: marks.map(compactMark) }),
    ...(text !== undefined && { text }),
  }
}

function compactMark({ type, attrs }: DocumentMark): DocumentMark {
  return { type, ...own(attrs, markTypes.get(type)?.attributes) }
}

function own(attrs: NodeAttributes = {}, types: Attributes = {}): { attrs?: NodeAttributes } {
  const said = Object.entries(attrs).filter(([name, value]) => value !== types[name]?.default)
  return said.length > 0 ? { attrs: Object.fromEntries(said) } : {}
}
