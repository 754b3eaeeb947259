import { escapeHtml } from '@/lib/markup/escape'
import { addParagraphs } from '@/lib/wordpress/text/paragraphs'
import { embedOrLink } from '@/lib/wordpress/text/web-links'

type Attributes = Record<string, unknown>
type Block = { name: string; attributes: Attributes }
type Reuse = { depth: number; left: { blocks: number } }
type OpenBlock = Block & { parts: string[] }

export type BlockContext = {
  reusableBlock(id: number): string | undefined
  /** The post's `footnotes` meta as it is stored. */
  footnotes?: string
  /** Told what is not drawn: "block core/latest-posts". */
  lose(what: string): void
}

const DELIMITER = /^\s+(\/?)wp:([a-z][\w-]*\/)?([a-z][\w-]*)(?:\s+(\{[\s\S]*\}))?\s*(\/?)$/
// Blocks that list what the site holds at the moment of drawing. What is stored inside is the pattern of one entry.
const LISTINGS = new Set(
  [
    'query',
    'post-template',
    'query-no-results',
    'query-pagination',
    'navigation',
    'comments',
    'comment-template',
    'post-comments',
  ].map((name) => `core/${name}`),
)
// Of these an empty one has lost nothing.
const STATIC = new Set(
  [
    'paragraph',
    'heading',
    'html',
    'shortcode',
    'list',
    'group',
    'columns',
    'column',
    'buttons',
    'button',
    'spacer',
  ].map((name) => `core/${name}`),
)
/** How deep reusable blocks may hold reusable blocks, and how many one post may hold. */
const MAX_REUSE = { depth: 4, blocks: 200 }
const MAX_DEPTH = 50

export function hasBlocks(raw: string): boolean {
  return raw.includes('<!-- wp:')
}

/**
 * A post made of blocks as plain HTML: the comments around blocks go, their HTML stays; reusable blocks and footnotes
 * are put in, embeds become links. Blocks without HTML of their own are told to `lose`, once for each.
 *
 * Tolerant: what is never closed lasts to the end, what was never opened is ignored, attributes that are not JSON are
 * none. Page and "more" markers stay as the comments they are.
 */
export function withoutBlocks(
  raw: string,
  context: BlockContext,
  reuse: Reuse = { depth: 0, left: { blocks: MAX_REUSE.blocks } },
): string {
  const open: OpenBlock[] = []
  const root: string[] = []
  const out = () => open.at(-1)?.parts ?? root
  let done = 0
  for (let start = raw.indexOf('<!--'); start !== -1; start = raw.indexOf('<!--', start + 4)) {
    const end = raw.indexOf('-->', start)
    if (end === -1) break
    const found = DELIMITER.exec(raw.slice(start + 4, end))
    if (found === null) continue
    out().push(raw.slice(done, start))
    done = end + 3
    const [, closes, namespace = 'core/', local = '', json, empty] = found
    const name = blockName(namespace, local)
    if (closes) {
      const index = open.findLastIndex((block) => block.name === name)
      while (index !== -1 && open.length > index) finish()
    } else if (open.length < MAX_DEPTH) {
      open.push({ name, attributes: parseAttributes(json), parts: [] })
      if (empty) finish()
    }
  }
  out().push(raw.slice(done))
  while (open.length > 0) finish()
  return root.join('')

  function finish(): void {
    const block = open.pop()
    if (block) out().push(blockHtml(block, block.parts.join(''), context, reuse))
  }
}

/** `core-embed/youtube` of 2018 is `core/embed` of today. */
function blockName(namespace: string, local: string): string {
  return namespace === 'core-embed/' ? 'core/embed' : namespace + local
}

function blockHtml({ name, attributes }: Block, inner: string, context: BlockContext, reuse: Reuse): string {
  if (LISTINGS.has(name)) {
    context.lose(`block ${name}`)
    return ''
  }
  switch (name) {
    case 'core/block':
      return reusedHtml(attributes, context, reuse)
    case 'core/footnotes':
      return footnotesHtml(context)
    case 'core/embed':
      return embedHtml(attributes, inner)
    case 'core/freeform':
      return addParagraphs(inner)
    case 'core/quote':
      return withSource(inner)
    case 'core/pullquote':
      return withSource(inner)
        .replace(/<figure\b/i, '<div')
        .replace(/<blockquote\b/i, '<blockquote class="pull-quote"')
    case 'core/more':
      return inner.includes('<!--more') ? inner : '<!--more-->'
    case 'core/nextpage':
      return '<!--nextpage-->'
    default:
      if (!STATIC.has(name) && !/\S/.test(inner)) context.lose(`block ${name}`)
      return inner
  }
}

function reusedHtml({ ref }: Attributes, context: BlockContext, reuse: Reuse): string {
  const allowed = reuse.depth < MAX_REUSE.depth && reuse.left.blocks-- > 0
  const stored = typeof ref === 'number' && allowed ? context.reusableBlock(ref) : undefined
  if (stored === undefined) context.lose('block core/block')
  return stored === undefined ? '' : withoutBlocks(stored, context, { ...reuse, depth: reuse.depth + 1 })
}

/** Who is quoted stands in the quote's footer. */
function withSource(quote: string): string {
  return quote.replace(/<cite\b[^>]*>((?:(?!<\/?cite\b)[\s\S])*)<\/cite>(?=\s*<\/blockquote>)/gi, '<footer>$1</footer>')
}

/** The address stands in the block's attributes, or alone in its HTML; what is said under it is kept. */
function embedHtml({ url }: Attributes, inner: string): string {
  const address = typeof url === 'string' ? escapeHtml(url) : /https?:\/\/[^\s<>"]+/.exec(inner)?.[0]
  if (address === undefined) return inner
  const caption = /<figcaption\b[\s\S]*?<\/figcaption>/i.exec(inner)?.[0] ?? ''
  const link = embedOrLink(address)
  const around = link.startsWith('<a') ? 'div' : 'figure'
  return `<${around}>${link}${caption}</${around}>`
}

/** Each note with the way back to where it is called; the calls in the text lead to its id. */
function footnotesHtml({ footnotes, lose }: BlockContext): string {
  const notes = parseJson(footnotes ?? '')
  const items = (Array.isArray(notes) ? notes : []).flatMap((note: unknown) => {
    if (typeof note !== 'object' || note === null || !('id' in note) || !('content' in note)) return []
    const id = escapeHtml(String(note.id))
    return [`<li id="${id}">${String(note.content)} <a href="#${id}-link">↩</a></li>`]
  })
  if (items.length === 0) lose('block core/footnotes')
  return items.length === 0 ? '' : `<section class="footnotes"><ol>${items.join('')}</ol></section>`
}

function parseAttributes(json: string | undefined): Attributes {
  const value = json === undefined ? null : parseJson(json)
  return typeof value === 'object' && value !== null ? (value as Attributes) : {}
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // Written by anyone's plugin: what is not JSON says nothing.
  }
}
