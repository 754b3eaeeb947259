import type { Placed, ThreadNode } from './view'

/**
 * Flat rows, oldest first, as a tree. A reply whose parent is not there (held, removed) stands at the top. Below
 * `maxDepth` replies stand beside their parent, so that a thread never grows narrower than it can be read.
 */
export function buildThread<T extends Placed>(comments: readonly T[], maxDepth: number): ThreadNode<T>[] {
  const nodes = new Map<number, ThreadNode<T>>()
  for (const comment of comments) nodes.set(comment.id, { ...comment, depth: 1, replies: [] })
  const top: ThreadNode<T>[] = []
  // Rows come oldest first, so a parent is placed before its replies; one imported out of order counts as missing.
  const placed = new Map<number, { node: ThreadNode<T>; home: ThreadNode<T> | null }>()
  for (const node of nodes.values()) {
    const parent = node.parentId === null ? undefined : placed.get(node.parentId)
    const home = parent ? (parent.node.depth < maxDepth ? parent.node : parent.home) : null
    node.depth = home ? home.depth + 1 : 1
    if (home) home.replies.push(node)
    else top.push(node)
    placed.set(node.id, { node, home })
  }
  return top
}

/** The comment with this id, wherever it stands in the thread. */
export function findNode<T extends Placed>(nodes: readonly ThreadNode<T>[], id: number): ThreadNode<T> | undefined {
  for (const node of nodes) {
    const found = node.id === id ? node : findNode(node.replies, id)
    if (found) return found
  }
  return undefined
}
