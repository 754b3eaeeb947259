/** Where a line of a list is to stand: in which list, from which place, to which. */
export type Sorted = { list: string; from: number; to: number }

/** The line of a sortable list that something on the page belongs to. */
const lineAt = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-sort]') : null

const placeOf = (line: HTMLElement): number => Number(line.dataset.at)
const listOf = (line: HTMLElement): string => line.dataset.sort ?? ''

/** Lets the lines of the page's lists be dragged, and moved by Alt and the arrows. Answers how to end that. */
export function wireSort(send: (moved: Sorted) => void): () => void {
  const end = new AbortController()
  const on = { signal: end.signal }
  let dragged: HTMLElement | null = null
  const lines = () => document.querySelectorAll<HTMLElement>('[data-sort]')
  const unmark = () => {
    for (const line of lines()) delete line.dataset.drop
  }
  for (const line of lines()) line.draggable = true
  const press = (event: KeyboardEvent) => {
    const line = lineAt(event.target)
    if (!line || !event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    const from = placeOf(line)
    const to = event.key === 'ArrowUp' ? from - 1 : from + 1
    if (to >= 0 && to < Number(line.dataset.of)) send({ list: listOf(line), from, to })
  }
  const begin = (event: DragEvent) => {
    dragged = lineAt(event.target)
    event.dataTransfer?.setData('text/plain', dragged?.dataset.at ?? '')
  }
  const over = (event: DragEvent) => {
    unmark()
    const line = lineAt(event.target)
    if (!dragged || !line || line === dragged || listOf(line) !== listOf(dragged)) return
    event.preventDefault()
    line.dataset.drop = placeOf(line) < placeOf(dragged) ? 'before' : 'after'
  }
  const drop = (event: DragEvent) => {
    const line = lineAt(event.target)
    unmark()
    if (!dragged || !line || line === dragged || listOf(line) !== listOf(dragged)) return
    event.preventDefault()
    send({ list: listOf(dragged), from: placeOf(dragged), to: placeOf(line) })
  }
  document.addEventListener('keydown', press, on)
  document.addEventListener('dragstart', begin, on)
  document.addEventListener('dragover', over, on)
  document.addEventListener('drop', drop, on)
  document.addEventListener('dragend', unmark, on)
  return () => end.abort()
}
