import type { ArticleDocument, DocumentNode } from '@/lib/documents/document'

export type LinkFaults = {
  /** Into the newsroom, or to a preview: readers are not let in there. */
  inside: number
  /** To a place of this text that is not in it. */
  nowhere: number
  /** Whose words do not say where it leads, read by themselves. */
  vague: number
}

type Link = { href: string; words: string }

/** Of the site's addresses those that no reader may open; the door and its pages keep them so (server/). */
const INSIDE = /^\/(?:admin|login|preview)(?:\/|$)/

/** In the three languages of the newsroom, as they are said without the signs and marks around them. */
const VAGUE = new Set(
  [
    'here, click here, this, this link, link, more, read more',
    'هنا, اضغط هنا, انقر هنا, من هنا, هذا الرابط, الرابط, المزيد, اقرأ المزيد',
    'اینجا, این جا, اینجا کلیک کنید, کلیک کنید, این لینک, لینک, این پیوند, پیوند, بیشتر, ادامه, بیشتر بخوانید',
  ].flatMap((words) => words.split(', ')),
)

/** What is wrong with the links of a text; `siteUrl`: the origin of the site's own addresses. */
export function linkFaults(document: ArticleDocument, siteUrl: string): LinkFaults {
  const links = linksIn(document)
  const places = placesIn(document)
  const count = (fits: (link: Link) => boolean) => links.filter(fits).length
  return {
    inside: count(({ href }) => INSIDE.test(ownPath(href, siteUrl))),
    nowhere: count(({ href }) => href.startsWith('#') && href.length > 1 && !places.has(decoded(href.slice(1)))),
    vague: count(({ words }) => VAGUE.has(bare(words))),
  }
}

/** A link over words in several marks is one. */
function linksIn({ content = [] }: DocumentNode): Link[] {
  const links: Link[] = []
  let isGoingOn = false
  for (const node of content) {
    const href = node.marks?.find(({ type }) => type === 'link')?.attrs?.href
    const isLink = typeof href === 'string' && node.text !== undefined
    const last = links.at(-1)
    if (!isLink) links.push(...linksIn(node))
    else if (isGoingOn && last?.href === href) last.words += node.text
    else links.push({ href, words: node.text ?? '' })
    isGoingOn = isLink
  }
  return links
}

/** The names that a link of the text can lead to: raw HTML has some of its own. */
function placesIn(document: ArticleDocument): Set<string> {
  const places = new Set<string>()
  const look = ({ attrs = {}, marks = [], content = [] }: DocumentNode) => {
    for (const said of [attrs, ...marks.map((mark) => mark.attrs ?? {})]) {
      for (const name of ['id', 'note', 'back', 'titleId']) if (typeof said[name] === 'string') places.add(said[name])
    }
    for (const [, name = ''] of String(attrs.html ?? '').matchAll(/\b(?:id|name)=["']?([^"'\s>]+)/gi)) places.add(name)
    for (const inner of content) look(inner)
  }
  look(document)
  return places
}

/** Empty for an address of another site. */
function ownPath(href: string, siteUrl: string): string {
  const url = URL.canParse(href, siteUrl) ? new URL(href, siteUrl) : null
  return url?.origin === siteUrl ? url.pathname : ''
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

const bare = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
