import { canonicalBody } from '@/lib/markup/canonical-body'
import { visibleText } from '@/lib/markup/characters'
import { hasBlocks, withoutBlocks } from '@/lib/wordpress/text/blocks'
import { wordpressElements } from '@/lib/wordpress/text/elements'
import { addParagraphs } from '@/lib/wordpress/text/paragraphs'
import { replaceShortcodes } from '@/lib/wordpress/text/shortcodes'
import { linkLoneAddresses } from '@/lib/wordpress/text/web-links'

export type Attachment = {
  id: number
  /** Address on the new site: "/wp-content/uploads/2021/05/x.jpg". */
  path: string
  /** Plain text. */
  alt: string
  /** HTML, as WordPress keeps it. */
  caption: string
  width: number | null
  height: number | null
  mimeType: string
}

export type BodyContext = {
  /** Hosts (with port, lower case) whose addresses become paths of this site. */
  ownHosts: ReadonlySet<string>
  attachment(id: number): Attachment | undefined
  /** Attachments of this post in menu order: what a gallery without ids shows. */
  children(): readonly Attachment[]
  reusableBlock(id: number): string | undefined
  /** The post's `footnotes` meta as it is stored. */
  footnotes?: string
}

export type ConvertedBody = {
  /** Canonical (lib/markup/sanitise.ts). */
  html: string
  /** What stands before the "more" mark, canonical too; null without the mark. */
  teaser: string | null
  /** Address of every image, in order. */
  images: string[]
  /** What is not drawn, and how often: "shortcode gallery-pro", "block core/latest-posts", "element script". */
  losses: Record<string, number>
}

const MAX_NAMES = 200
const NEXT_PAGE = /<!--\s*nextpage\s*-->/
const MORE = /<!--more(?:\s[\s\S]*?)?-->/
const IMAGE = /<img(?: [a-z]+="[^">]*")*? src="([^"]*)"/g

/**
 * The body of a WordPress post as this site stores one. Curly quotes are not put in: that is done when it is drawn
 * (lib/wordpress/text/typography.ts). Never throws; ten thousand nested tags or 50 MB take seconds.
 */
export function convertBody(raw: string, context: BodyContext): ConvertedBody {
  const losses = new Map<string, number>()
  const lose = (what: string, times = 1) => {
    // Names come from the post: there may be as many as it has brackets.
    const named = losses.has(what) || losses.size < MAX_NAMES ? what : 'others'
    losses.set(named, (losses.get(named) ?? 0) + times)
  }
  const text = visibleText(raw)
  const blocks = hasBlocks(text)
  const source = blocks ? withoutBlocks(text, { ...context, lose }) : text
  const more = MORE.exec(source)
  const ids = new Set<string>()
  const pages = source.split(NEXT_PAGE).map((page) => {
    const { html, removed } = canonicalPage(page.replace(MORE, ''), blocks, { ...context, lose }, ids)
    for (const [what, times] of Object.entries(removed)) lose(lossName(what), times)
    return html
  })
  const html = pages.join('\n<!--nextpage-->\n').trim()
  return {
    html,
    teaser: more === null ? null : teaserOf(source.slice(0, more.index), blocks, context),
    images: Array.from(html.matchAll(IMAGE), ([, src = '']) => src.replaceAll('&quot;', '"').replaceAll('&amp;', '&')),
    losses: Object.fromEntries(losses),
  }
}

type Telling = BodyContext & { lose(what: string): void }

function canonicalPage(source: string, blocks: boolean, context: Telling, ids: Set<string>) {
  const drawn = replaceShortcodes(linkLoneAddresses(source), context)
  return canonicalBody(blocks ? drawn : addParagraphs(drawn), wordpressElements(context), ids)
}

/** Its losses were told with the whole body's. */
function teaserOf(source: string, blocks: boolean, context: BodyContext): string {
  const first = source.split(NEXT_PAGE)[0] ?? ''
  return canonicalPage(first, blocks, { ...context, lose: () => undefined }, new Set()).html
}

/** Elements are told by name; "style attribute" and the like say themselves what they are. */
function lossName(removed: string): string {
  return removed.includes(' ') ? removed : `element ${removed}`
}
