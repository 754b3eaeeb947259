import type { DocumentMark, DocumentNode, NodeAttributes } from '@/lib/documents/document'

/** True where two nodes hold the same: attributes in any order, marks on each text in any order. */
export function sameNodes(one: DocumentNode, other: DocumentNode): boolean {
  return JSON.stringify(plain(one)) === JSON.stringify(plain(other))
}

function plain({ type, attrs, content, marks, text }: DocumentNode): unknown {
  return [type, sorted(attrs), (marks ?? []).map(plainMark).sort(), text ?? '', joined(content ?? []).map(plain)]
}

const plainMark = ({ type, attrs }: DocumentMark): string => JSON.stringify([type, sorted(attrs)])

function sorted(attrs: NodeAttributes = {}): [string, unknown][] {
  return Object.entries(attrs).sort(([a], [b]) => (a < b ? -1 : 1))
}

/** Texts that follow each other with the same marks are one. */
function joined(content: readonly DocumentNode[]): DocumentNode[] {
  const nodes: DocumentNode[] = []
  for (const node of content) {
    const last = nodes.at(-1)
    if (last?.text !== undefined && node.text !== undefined && sameMarks(last, node)) {
      nodes[nodes.length - 1] = { ...last, text: last.text + node.text }
    } else {
      nodes.push(node)
    }
  }
  return nodes
}

function sameMarks(one: DocumentNode, other: DocumentNode): boolean {
  const marks = (node: DocumentNode) => (node.marks ?? []).map(plainMark).sort().join()
  return marks(one) === marks(other)
}
