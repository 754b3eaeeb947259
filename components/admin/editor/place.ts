import type { Editor } from '@tiptap/core'
import { type RefObject, useLayoutEffect } from 'react'

const GAP = 6

/**
 * Puts what floats beside a place in the text, within the element that both stand in. Set through the element's own
 * style object: a `style` attribute is refused by the newsroom's policy.
 */
export function usePlace(
  floating: RefObject<HTMLElement | null>,
  editor: Editor,
  position: number | null,
  side: 'above' | 'below',
): void {
  useLayoutEffect(() => {
    const element = floating.current
    const around = element?.offsetParent
    if (position === null || element === null || !around) return
    const place = placeOf(editor, Math.min(position, editor.state.doc.content.size))
    const box = around.getBoundingClientRect()
    const room = Math.max(0, box.width - element.offsetWidth)
    const rightToLeft = getComputedStyle(element).direction === 'rtl'
    const start = rightToLeft ? box.right - place.right : place.left - box.left
    element.style.insetInlineStart = `${Math.min(Math.max(0, start), room)}px`
    const above = place.top - element.offsetHeight - GAP
    element.style.insetBlockStart = `${(side === 'above' && above > 0 ? above : place.bottom + GAP) - box.top}px`
  })
}

/** The block that begins there, or the cursor's place in a line. */
function placeOf({ view }: Editor, position: number) {
  const dom = view.nodeDOM(position)
  return dom instanceof HTMLElement ? dom.getBoundingClientRect() : view.coordsAtPos(position)
}
