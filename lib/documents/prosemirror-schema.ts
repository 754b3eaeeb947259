import { type AttributeSpec, type MarkSpec, type NodeSpec, Schema } from '@tiptap/pm/model'
import { type Attributes, markTypes, nodeTypes } from '@/lib/documents/node-types'

/** The schema as ProseMirror wants it. The editor's, with commands and views, is made of the same list. */
export const documentSchema = new Schema({
  nodes: Object.fromEntries(
    Array.from(nodeTypes, ([name, { attributes, ...spec }]): [string, NodeSpec] => [
      name,
      { ...spec, attrs: attributeSpecs(attributes) },
    ]),
  ),
  marks: Object.fromEntries(
    Array.from(markTypes, ([name, { attributes, ends, nests }]): [string, MarkSpec] => [
      name,
      { attrs: attributeSpecs(attributes), inclusive: !ends, ...(nests && { excludes: '' }) },
    ]),
  ),
})

function attributeSpecs(attributes: Attributes): Record<string, AttributeSpec> {
  return Object.fromEntries(Object.entries(attributes).map(([name, type]) => [name, { default: type.default }]))
}
