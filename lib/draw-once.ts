import { isValidElement, type ReactNode } from 'react'
import { pageContext } from './page-context'

type Component = (props: object) => ReactNode | Promise<ReactNode>

/**
 * A page of readers, drawn once. Next draws each twice, as flight data for its script and from that as HTML; readers get no
 * such script (docs/decisions/006), so the door lends React's own renderer, and Next has nothing left to draw. Without a
 * door (`next dev`) the page is Next's.
 */
export function drawnOnce<Props>(page: (props: Props) => Promise<ReactNode>): (props: Props) => Promise<ReactNode> {
  return async (props) => {
    const node = await page(props)
    const context = pageContext()
    if (!context?.draw) return node
    const whole = await outermost(node)
    if (isValidElement(whole)) context.html = await context.draw(whole)
    return null
  }
}

/** What the page is in the end, once the components around it have read what they need: React draws without waiting. */
async function outermost(node: ReactNode): Promise<ReactNode> {
  let outer = await node
  while (isValidElement<object>(outer) && typeof outer.type === 'function') {
    outer = await (outer.type as Component)(outer.props)
  }
  return outer
}
