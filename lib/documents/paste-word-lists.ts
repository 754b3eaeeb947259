import { type HtmlElement, type HtmlNode, isBlank, isElement, textIn } from '@/lib/documents/html-tree'

const LEVEL = /mso-list:[^;"']*\blevel(\d)/i
const MARKER = /mso-list:\s*ignore/i
/** "1.", "(a)", "iv)": whatever else stands there is a dot of some kind. */
const COUNTED = /^\(?(?:\d+|[a-z]{1,4})[.)]/i

type Item = { level: number; ordered: boolean; children: HtmlNode[] }

/** Word's lists, which are paragraphs that only say in their style that they are items, as lists. */
export function wordLists(nodes: readonly HtmlNode[]): HtmlNode[] {
  const made: HtmlNode[] = []
  let items: Item[] = []
  const endList = () => {
    made.push(...nested(items))
    items = []
  }
  for (const node of nodes) {
    const item = itemOf(node)
    if (item !== null) items.push(item)
    else if (items.length === 0 || (!isBlank(node) && !isElement(node, '!'))) {
      endList()
      made.push(typeof node === 'string' ? node : { ...node, children: wordLists(node.children) })
    }
  }
  endList()
  return made
}

function itemOf(node: HtmlNode): Item | null {
  if (typeof node === 'string' || !/^(p|h[1-6])$/.test(node.name)) return null
  const level = LEVEL.exec(node.attributes.style ?? '')?.[1]
  if (level === undefined) return null
  const marker = textIn(markersIn(node.children)).trim()
  return { level: Number(level), ordered: COUNTED.test(marker), children: withoutMarkers(node.children) }
}

const isMarker = (node: HtmlNode): boolean => typeof node === 'object' && MARKER.test(node.attributes.style ?? '')

function markersIn(nodes: readonly HtmlNode[]): HtmlNode[] {
  return nodes.flatMap((node) => {
    if (typeof node === 'string') return []
    return isMarker(node) ? [node] : markersIn(node.children)
  })
}

function withoutMarkers(nodes: readonly HtmlNode[]): HtmlNode[] {
  return nodes
    .filter((node) => !isMarker(node))
    .map((node) => (typeof node === 'string' ? node : { ...node, children: withoutMarkers(node.children) }))
}

/** Items by their level: a deeper one belongs to the item before it. */
function nested(items: readonly Item[]): HtmlElement[] {
  const roots: HtmlElement[] = []
  const open: { level: number; list: HtmlElement }[] = []
  for (const { level, ordered, children } of items) {
    const name = ordered ? 'ol' : 'ul'
    while ((open.at(-1)?.level ?? 0) > level) open.pop()
    if (open.at(-1)?.level === level && open.at(-1)?.list.name !== name) open.pop()
    if (open.at(-1)?.level !== level) {
      const list: HtmlElement = { name, attributes: {}, children: [] }
      const around = open.at(-1)?.list.children.at(-1)
      if (typeof around === 'object') around.children.push(list)
      else roots.push(list)
      open.push({ level, list })
    }
    open.at(-1)?.list.children.push({ name: 'li', attributes: {}, children })
  }
  return roots
}
