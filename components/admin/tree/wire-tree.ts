import { dropOf, type Moved, nodeAt, placed, stepped } from './tree-places'

/** Lets the nodes of a tree be dragged, and moved by Alt and the arrows. Answers how to end that. */
export function wireTree(tree: HTMLElement | null, send: (move: Moved) => void): () => void {
  if (!tree) return () => undefined
  const end = new AbortController()
  const on = { signal: end.signal }
  let dragged: HTMLElement | null = null
  const unmark = () => {
    for (const row of tree.querySelectorAll<HTMLElement>('[data-drop]')) delete row.dataset.drop
  }
  for (const row of tree.querySelectorAll<HTMLElement>('.row')) row.draggable = true
  const press = (event: KeyboardEvent) => {
    const node = nodeAt(event.target)
    if (!event.altKey || event.ctrlKey || event.metaKey || !node || !event.key.startsWith('Arrow')) return
    event.preventDefault()
    const move = stepped(node, event.key, document.documentElement.dir === 'rtl')
    if (move) send(move)
  }
  const begin = (event: DragEvent) => {
    dragged = nodeAt(event.target)
    event.dataTransfer?.setData('text/plain', dragged?.dataset.branch ?? '')
  }
  const over = (event: DragEvent) => {
    unmark()
    const drop = dragged && dropOf(event, dragged)
    if (!drop) return
    event.preventDefault()
    drop.row.dataset.drop = drop.where
  }
  const drop = (event: DragEvent) => {
    const at = dragged && dropOf(event, dragged)
    unmark()
    if (!dragged || !at) return
    event.preventDefault()
    const move = placed(dragged, at)
    if (move) send(move)
  }
  tree.addEventListener('keydown', press, on)
  tree.addEventListener('dragstart', begin, on)
  tree.addEventListener('dragover', over, on)
  tree.addEventListener('drop', drop, on)
  tree.addEventListener('dragend', unmark, on)
  return () => end.abort()
}
