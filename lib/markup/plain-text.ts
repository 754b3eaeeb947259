import { Parser } from 'htmlparser2'

const BLOCKS = new Set(
  'p h2 h3 h4 ul ol li dl dt dd blockquote footer pre hr br figure figcaption table caption thead tbody tfoot tr details summary section'.split(
    ' ',
  ),
)
const CELLS = new Set(['td', 'th'])
const ONLY_ARROWS = /^[\s\p{S}\p{P}\p{M}]*$/u
const ADDRESS = /^https?:\/\/\S+$/

/**
 * The readable text of a canonical body (lib/markup/sanitise.ts), one block or line a line: for search, for counting
 * words, for excerpts. Left out is what a reader does not read: the marks of footnotes and the arrows back to them,
 * and the address of an embed that has no title.
 */
export function plainText(html: string): string {
  let text = ''
  /** Where the text of the innermost open link starts, if it may have to be left out. */
  let link: { start: number; href: string } | null = null
  let superscripts = 0
  let gap = ''
  const parser = new Parser({
    onopentag(name, attributes) {
      if (BLOCKS.has(name)) gap = '\n'
      else if (CELLS.has(name) && gap === '') gap = ' '
      else if (name === 'sup') superscripts++
      else if (name === 'a') link = { start: text.length, href: attributes.href ?? '' }
    },
    ontext(part) {
      if (gap !== '' && text !== '') text += gap
      if (gap !== '' && link !== null) link.start = text.length
      gap = ''
      text += part
    },
    onclosetag(name) {
      if (BLOCKS.has(name)) gap = '\n'
      else if (name === 'sup') superscripts--
      else if (name === 'a' && link !== null) {
        const { start, href } = link
        if (isMark(text.slice(start), href, superscripts > 0)) text = text.slice(0, start)
        link = null
      }
    },
  })
  parser.end(html)
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim()
}

function isMark(text: string, href: string, raised: boolean): boolean {
  if (href.startsWith('#')) return raised || ONLY_ARROWS.test(text)
  return text === href && ADDRESS.test(text)
}
