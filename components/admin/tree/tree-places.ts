/** What the form of a move is filled in with; empty: at the top, or as the last. */
export type Moved = { id: string; parentId: string; beforeId: string }
type Drop = { row: HTMLElement; where: 'before' | 'after' | 'into' }

const SELECTOR = '[data-branch]'

/** What of the tree something on the page belongs to. */
export const nodeAt = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>(SELECTOR) : null

const idOf = (node: Element | null | undefined): string =>
  node instanceof HTMLElement ? (node.dataset.branch ?? '') : ''
const above = (node: HTMLElement): HTMLElement | null => nodeAt(node.parentElement)

/** Where an arrow with Alt leads; null where there is nowhere to go. In from right to left the sides are exchanged. */
export function stepped(node: HTMLElement, key: string, isRightToLeft: boolean): Moved | null {
  const id = idOf(node)
  const parent = above(node)
  const [before, after] = [node.previousElementSibling, node.nextElementSibling]
  if (key === 'ArrowUp') return before && { id, parentId: idOf(parent), beforeId: idOf(before) }
  if (key === 'ArrowDown') return after && { id, parentId: idOf(parent), beforeId: idOf(after.nextElementSibling) }
  if ((key === 'ArrowRight') !== isRightToLeft) return before && { id, parentId: idOf(before), beforeId: '' }
  return parent && { id, parentId: idOf(above(parent)), beforeId: idOf(parent.nextElementSibling) }
}

/** On which row something hangs, and whether before it, behind it or in it; null over itself and what is below it. */
export function dropOf(event: DragEvent, dragged: HTMLElement): Drop | null {
  const target = nodeAt(event.target)
  const row = target?.querySelector<HTMLElement>('.row')
  if (!target || !row || dragged.contains(target)) return null
  const { top, height } = row.getBoundingClientRect()
  const part = (event.clientY - top) / height
  return { row, where: part < 0.3 ? 'before' : part > 0.7 ? 'after' : 'into' }
}

export function placed(dragged: HTMLElement, { row, where }: Drop): Moved | null {
  const target = nodeAt(row)
  if (!target) return null
  const id = idOf(dragged)
  if (where === 'into') return { id, parentId: idOf(target), beforeId: '' }
  const next = target.nextElementSibling === dragged ? dragged.nextElementSibling : target.nextElementSibling
  return { id, parentId: idOf(above(target)), beforeId: where === 'before' ? idOf(target) : idOf(next) }
}
