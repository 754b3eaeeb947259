import { type Held, heldAttributes, isBare, withNumbers } from '@/lib/documents/attributes-of'
import type { DocumentNode } from '@/lib/documents/document'
import { type HtmlElement, isBlank, isElement, textIn } from '@/lib/documents/html-tree'
import type { Notes } from '@/lib/documents/notes'
import { blocksNode } from '@/lib/documents/read-block'

const PARTS: Readonly<Record<string, string>> = { thead: 'head', tbody: 'body', tfoot: 'foot' }

/** A table with its rows one after the other; each says which part it belongs to. */
export function readTable(element: HtmlElement, notes: Notes): DocumentNode | null {
  const attrs = heldAttributes(element)
  const rows: DocumentNode[] = []
  let caption: string | null = null
  for (const part of element.children) {
    if (isBlank(part)) continue
    if (isElement(part, 'caption') && isBare(part) && part.children.every((child) => typeof child === 'string')) {
      caption = textIn(part.children)
      continue
    }
    const read = typeof part === 'object' && isBare(part) ? readRows(part, notes) : null
    if (read === null) return null
    rows.push(...read)
  }
  if (attrs === null || rows.length === 0) return null
  return { type: 'table', attrs: caption === null ? attrs : { ...attrs, caption }, content: rows }
}

function readRows(section: HtmlElement, notes: Notes): DocumentNode[] | null {
  const part = PARTS[section.name]
  if (part === undefined) return null
  const rows: DocumentNode[] = []
  for (const child of section.children) {
    if (isBlank(child)) continue
    const attrs = isElement(child, 'tr') ? heldAttributes(child) : null
    const cells = isElement(child, 'tr') ? readCells(child, notes) : null
    if (attrs === null || cells === null) return null
    rows.push({ type: 'tableRow', attrs: part === 'body' ? attrs : { ...attrs, part }, content: cells })
  }
  return rows
}

function readCells(row: HtmlElement, notes: Notes): DocumentNode[] | null {
  const cells: DocumentNode[] = []
  for (const child of row.children) {
    if (isBlank(child)) continue
    const cell = typeof child === 'object' ? readCell(child, notes) : null
    if (cell === null) return null
    cells.push(cell)
  }
  return cells
}

function readCell(cell: HtmlElement, notes: Notes): DocumentNode | null {
  if (cell.name === 'td') return blocksNode('tableCell', cell, spans(cell, {}), notes)
  return cell.name === 'th' ? blocksNode('tableHeader', cell, spans(cell, { scope: 'scope' }), notes) : null
}

function spans(cell: HtmlElement, own: Record<string, string>): Held | null {
  const known = { ...own, colspan: 'colspan', rowspan: 'rowspan' }
  return withNumbers(heldAttributes(cell, known), 'colspan', 'rowspan')
}
