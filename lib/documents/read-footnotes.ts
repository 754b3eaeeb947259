import { hasClass, heldAttributes, isBare } from '@/lib/documents/attributes-of'
import type { DocumentNode } from '@/lib/documents/document'
import { type HtmlBlock, type HtmlElement, type HtmlNode, isBlank, isElement, textIn } from '@/lib/documents/html-tree'
import type { Notes } from '@/lib/documents/notes'
import { AS_AROUND, readContent } from '@/lib/documents/read-block'

const ARROW = /^[\p{S}\p{P}\p{M}]{1,10}$/u

/** The footnotes of a body, found before its text is read: a mark is one only where it leads to one of them. */
export function notesIn(blocks: readonly HtmlBlock[]): Notes {
  const notes = new Map<string, number>()
  for (const { node } of blocks) {
    if (!isElement(node, 'section')) continue
    for (const list of node.children) {
      if (!isElement(list, 'ol')) continue
      for (const item of list.children) {
        if (isElement(item, 'li')) notes.set(item.attributes.id ?? `nameless ${notes.size}`, notes.size + 1)
      }
    }
  }
  return notes
}

/** The section that holds the footnotes: a title perhaps, and one list. */
export function readFootnotes(section: HtmlElement, notes: Notes): DocumentNode | null {
  const parts = section.children.filter((child) => !isBlank(child))
  const title = isElement(parts[0], 'h2') ? parts[0] : null
  const [list, ...others] = title ? parts.slice(1) : parts
  const attrs = heldAttributes(section, {}, 'footnotes')
  if (!hasClass(section, 'footnotes') || attrs === null || others.length > 0) return null
  if (!isElement(list, 'ol') || !isBare(list)) return null
  const content: DocumentNode[] = []
  for (const item of list.children) {
    if (isBlank(item)) continue
    const note = isElement(item, 'li') ? readFootnote(item, notes) : null
    if (note === null) return null
    content.push(note)
  }
  if (title === null) return { type: 'footnotes', attrs, content }
  const { id, ...ofTitle } = title.attributes
  if (Object.keys(ofTitle).length > 0 || title.children.some((child) => typeof child !== 'string')) return null
  const named = { title: textIn(title.children), ...(id !== undefined && { titleId: id }) }
  return { type: 'footnotes', attrs: { ...attrs, ...named }, content }
}

function readFootnote(item: HtmlElement, notes: Notes): DocumentNode | null {
  const { id, ...others } = item.attributes
  const attrs = heldAttributes({ ...item, attributes: others })
  const { children, back, arrow } = partArrow(
    item.children.filter((child, i, all) => i < all.length - 1 || !isBlank(child)),
  )
  const content = readContent(children, notes)
  if (id === undefined || attrs === null || 'class' in attrs || content === null) return null
  const led = back === null ? {} : { back, ...(arrow !== '↩' && { arrow }) }
  const blocks: DocumentNode[] = content.length > 0 ? content : [{ type: 'paragraph', attrs: AS_AROUND }]
  return { type: 'footnote', attrs: { ...attrs, note: id, ...led }, content: blocks }
}

type Parted = { children: HtmlNode[]; back: string | null; arrow: string }

/** The arrow that leads back to the text, at the end of the last line. */
function partArrow(children: HtmlNode[]): Parted {
  const last = children.at(-1)
  const whole = { children, back: null, arrow: '' }
  if (isElement(last, 'p')) {
    const inner = partArrow(last.children)
    return { ...inner, children: [...children.slice(0, -1), { ...last, children: inner.children }] }
  }
  if (!isElement(last, 'a') || Object.keys(last.attributes).join() !== 'href') return whole
  const { href = '' } = last.attributes
  const arrow = textIn(last.children)
  if (!href.startsWith('#') || !ARROW.test(arrow)) return whole
  const before = children.slice(0, -1)
  const text = before.at(-1)
  if (typeof text === 'string') before[before.length - 1] = text.trimEnd()
  return { children: before.filter((child) => child !== ''), back: href.slice(1), arrow }
}
