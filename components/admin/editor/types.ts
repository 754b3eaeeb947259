import type { MarkType, NodeType, Schema } from '@tiptap/pm/model'
import type { MarkName, NodeName } from '@/lib/documents/node-types'

// The editor's schema is made of the list in lib/documents/node-types.ts: what is in the list is in the schema.

export function nodeTypeOf(schema: Schema, name: NodeName): NodeType {
  const type = schema.nodes[name]
  if (type === undefined) throw new Error(`the editor has no node ${name}`)
  return type
}

export function markTypeOf(schema: Schema, name: MarkName): MarkType {
  const type = schema.marks[name]
  if (type === undefined) throw new Error(`the editor has no mark ${name}`)
  return type
}
