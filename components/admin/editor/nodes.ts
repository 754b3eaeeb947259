import { type AnyExtension, type Attributes as EditorAttributes, Mark, Node, type NodeViewRenderer } from '@tiptap/core'
import { drawMark, drawNode } from '@/components/admin/editor/draw-node'
import { type Attributes, type MarkType, markTypes, type NodeType, nodeTypes } from '@/lib/documents/node-types'

/**
 * How the editor draws and reads each type of a document. What the types are it takes from the very schema that documents
 * are checked against (`schemaSpec`), so that neither can hold what the other refuses.
 */
export function typeExtensions(views: Views): AnyExtension[] {
  const nodes = Array.from(nodeTypes, ([name, type]) => {
    const view = views[name]
    const node = nodeExtension(name, type)
    return view ? node.extend({ addNodeView: () => view }) : node
  })
  return [...nodes, ...Array.from(markTypes, ([name, type]) => markExtension(name, type))]
}

/** Nodes that are drawn with fields of their own. */
export type Views = Readonly<Record<string, NodeViewRenderer>>

function nodeExtension(name: string, { attributes, code, tableRole }: NodeType): Node {
  const drawn = name !== 'doc' && name !== 'text'
  return Node.create({
    name,
    topNode: name === 'doc',
    addAttributes: () => editorAttributes(attributes),
    ...(drawn && {
      parseHTML: () => [
        {
          tag: `[data-node="${name}"]`,
          getAttrs: (element: HTMLElement) => saidAttributes(element, attributes),
          contentElement: (element) => contentElement(element as HTMLElement),
          ...(code && { preserveWhitespace: 'full' as const }),
        },
      ],
      renderHTML: ({ node }) => drawNode(node),
    }),
    // ProseMirror's table commands ask for it.
    ...(tableRole && { extendNodeSchema: (extension) => (extension.name === name ? { tableRole } : {}) }),
  })
}

function markExtension(name: string, { attributes }: MarkType): Mark {
  return Mark.create({
    name,
    addAttributes: () => editorAttributes(attributes),
    parseHTML: () => [
      {
        tag: `[data-mark-type="${name}"]`,
        getAttrs: (element: HTMLElement) => saidAttributes(element, attributes),
      },
    ],
    renderHTML: ({ mark }) => drawMark(mark),
  })
}

/** Drawn and read all together (data-attrs), so Tiptap has neither to draw nor to read any of them. */
function editorAttributes(attributes: Attributes): EditorAttributes {
  const each = Object.entries(attributes).map(([name, type]) => [
    name,
    { default: type.default, rendered: false, keepOnSplit: !type.lostOnSplit, parseHTML: () => undefined },
  ])
  return Object.fromEntries(each)
}

/** What the clipboard says a node is. It may have been put there by any page: what is not sound is no such node. */
function saidAttributes(element: HTMLElement, attributes: Attributes): Record<string, unknown> | false {
  const said = parsed(element.dataset.attrs ?? '')
  if (said === null) return false
  const sound = Object.entries(attributes).every(([name, { check }]) => !(name in said) || check(said[name]))
  return sound ? Object.fromEntries(Object.keys(attributes).map((name) => [name, said[name]])) : false
}

function parsed(json: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

function contentElement(element: HTMLElement): HTMLElement {
  return element.querySelector<HTMLElement>(':scope > [data-content]') ?? element
}
