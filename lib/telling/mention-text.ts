import { Parser } from 'htmlparser2'
import { visibleText } from '@/lib/markup/characters'

/** What a page elsewhere says where it links here. */
export type MentionText = {
  /** Empty where it has none. */
  title: string
  excerpt: string
}

/** No text of theirs, or of no use without its mark-up. */
const UNREAD = new Set(['script', 'style', 'template', 'noscript', 'svg', 'title', 'head'])
const BLOCKS = new Set(
  'p div h1 h2 h3 h4 h5 h6 li dd dt blockquote td th tr br hr section article figure pre'.split(' '),
)
/** Before and after the link. */
const AROUND = 120
const LONGEST_TITLE = 200
const LONGEST_LINK = 200

/** What the page at `url` says around its first link to here; null where it has none. `isHere` is asked of each address. */
export function readMention(html: string, url: string, isHere: (address: URL) => boolean): MentionText | null {
  let base = url
  let title = ''
  let isTitle = false
  let unread = 0
  let text = ''
  let link: { start: number; end: number } | null = null
  const leadsHere = (address: string | undefined) =>
    address !== undefined && URL.canParse(address, base) && isHere(new URL(address, base))
  const parser = new Parser({
    onopentag(name, { href, src }) {
      if (name === 'base' && href !== undefined && URL.canParse(href, url)) base = new URL(href, url).href
      if (name === 'title') isTitle = title === ''
      if (UNREAD.has(name)) unread++
      if (BLOCKS.has(name)) text += '\n'
      const isLink = name === 'a' || name === 'area' ? leadsHere(href) : leadsHere(src)
      if (isLink && !link) link = { start: text.length, end: -1 }
    },
    ontext(part) {
      if (isTitle) title += part
      if (unread === 0) text += part
    },
    onclosetag(name) {
      if (name === 'title') isTitle = false
      if (UNREAD.has(name)) unread--
      if (name === 'a' && link?.end === -1) link.end = text.length
      if (BLOCKS.has(name)) text += '\n'
    },
  })
  parser.end(html)
  // TypeScript does not see that the parser has called us.
  const found = link as { start: number; end: number } | null
  if (!found) return null
  return { title: oneLine(title).slice(0, LONGEST_TITLE), excerpt: excerptAround(text, found) }
}

/** The words before and after the link, cut between words. */
function excerptAround(text: string, { start, end }: { start: number; end: number }): string {
  const linkEnd = Math.max(start, end)
  // Much of it may be the space between words.
  const before = oneSpaced(text.slice(Math.max(0, start - 4 * AROUND), start)).trimStart()
  const after = oneSpaced(text.slice(linkEnd, linkEnd + 4 * AROUND)).trimEnd()
  const head = before.length > AROUND ? `… ${before.slice(-AROUND).replace(/^\S*\s/, '')}` : before
  const tail = after.length > AROUND ? `${after.slice(0, AROUND).replace(/\s\S*$/, '')} …` : after
  return oneLine(head + oneSpaced(text.slice(start, linkEnd)).slice(0, LONGEST_LINK) + tail)
}

const oneSpaced = (text: string): string => visibleText(text).replace(/\s+/g, ' ')
const oneLine = (text: string): string => oneSpaced(text).trim()
