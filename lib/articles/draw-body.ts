import { Parser } from 'htmlparser2'
import type { Words } from '@/lib/i18n/words'
import { escapeHtml } from '@/lib/markup/escape'
import { pictureAt } from '@/lib/media/address'
import { isShown } from '@/lib/media/shown'
import { sourcesOf, type Unfinished } from '@/lib/media/sources'

/** In the column of the text. */
const SIZES = '(width >= 40rem) 40rem, 100vw'
const MOST_WIDTH = 1280

type Edit = { start: number; end: number; html: string }

/**
 * A canonical body as readers get it: pictures load late, and those that cannot be shown give their words and address;
 * embeds are cards that load nothing; wide tables scroll by themselves. `html` must have come through sanitiseBody.
 * Pictures that were uploaded here come in the sizes they have, unless nobody says which are `unfinished`, as in a feed.
 */
export function drawBody(html: string, missing: ReadonlySet<string>, words: Words, unfinished?: Unfinished): string {
  const edits: Edit[] = []
  let inEmbed = false
  let link: { start: number; href: string; title: string } | null = null
  let tables = 0
  let links = 0
  const parser = new Parser({
    onopentag(name, attributes) {
      const start = parser.startIndex
      const end = parser.endIndex + 1
      if (name === 'a') links++
      if (name === 'figure') {
        inEmbed = attributes.class === 'embed'
      } else if (name === 'a' && inEmbed) {
        link = { start, href: attributes.href ?? '', title: '' }
        // A caption below the card may have links of its own.
        inEmbed = false
      } else if (name === 'img') {
        edits.push({
          start,
          end,
          html: image(attributes, html.slice(start, end), { missing, words, unfinished }, links > 0),
        })
      } else if (name === 'table') {
        if (tables++ === 0) edits.push({ start, end: start, html: tableStart(words) })
      }
    },
    ontext(text) {
      if (link) link.title += text
    },
    onclosetag(name) {
      const end = parser.endIndex + 1
      if (name === 'a') links--
      if (name === 'a' && link) {
        const card = embedCard(link.href, link.title.trim(), words)
        if (card) edits.push({ start: link.start, end, html: card })
        link = null
      } else if (name === 'table' && --tables === 0) {
        edits.push({ start: end, end, html: '</div>' })
      }
    },
  })
  parser.end(html)
  return applyEdits(html, edits)
}

/** Can be reached and scrolled with the keyboard, and says what it is. */
const tableStart = (words: Words) =>
  `<div class="table-scroll" role="group" tabindex="0" aria-label="${escapeHtml(words.table)}">`

function applyEdits(html: string, edits: Edit[]): string {
  let drawn = ''
  let done = 0
  for (const { start, end, html: replacement } of edits) {
    drawn += html.slice(done, start) + replacement
    done = end
  }
  return drawn + html.slice(done)
}

/** `inLink`: the picture leads somewhere as it is; a link in a link would end the first. */
function image(
  attributes: Record<string, string>,
  tag: string,
  { missing, words, unfinished }: { missing: ReadonlySet<string>; words: Words; unfinished: Unfinished | undefined },
  inLink: boolean,
): string {
  const { src = '', alt = '' } = attributes
  if (isShown(src, missing)) return picture(attributes, tag.replace(/^<img/, '<img loading="lazy"'), unfinished)
  const says = escapeHtml(alt || words.imageMissing)
  if (inLink) return `<span class="missing-image">${says}</span>`
  return `<span class="missing-image">${says} <a href="${escapeHtml(src)}">${escapeHtml(words.imageLink)}</a></span>`
}

function picture({ src = '', width }: Record<string, string>, img: string, unfinished: Unfinished | undefined): string {
  const own = pictureAt(src)
  if (!own) return img
  const sized = width ? img : img.replace(/>$/, ` width="${own.width}" height="${own.height}">`)
  const sources = unfinished ? sourcesOf(src, unfinished, MOST_WIDTH) : []
  if (!sources.length) return sized
  const drawn = sources.map(({ type, srcset }) => `<source type="${type}" srcset="${srcset}" sizes="${SIZES}">`)
  return `<picture>${drawn.join('')}${sized}</picture>`
}

/** Null for a file of the site itself: its link stays a link. */
function embedCard(href: string, title: string, words: Words): string | null {
  if (!URL.canParse(href)) return null
  const host = new URL(href).hostname.replace(/^www\./, '')
  const named = title && title !== href ? `<strong>${escapeHtml(title)}</strong>` : ''
  return (
    `<div class="embed-card"><p class="note">${escapeHtml(words.embedFrom(host))}</p>${named}` +
    `<p>${escapeHtml(words.embedNote(host))}</p>` +
    `<a class="button" href="${escapeHtml(href)}" rel="noopener">${escapeHtml(words.embedOpen(host))}</a></div>`
  )
}
