import { Parser } from 'htmlparser2'
import type { Words } from '@/lib/i18n/words'
import { escapeHtml } from '@/lib/markup/escape'
import { isShown } from '@/lib/media/image'

type Edit = { start: number; end: number; html: string }

/**
 * A canonical body as readers get it: pictures load late, and those that cannot be shown give their words and address;
 * embeds are cards that load nothing; wide tables scroll by themselves. `html` must have come through sanitiseBody.
 */
export function drawBody(html: string, missing: ReadonlySet<string>, words: Words): string {
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
        edits.push({ start, end, html: image(attributes, html.slice(start, end), missing, words, links > 0) })
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
  missing: ReadonlySet<string>,
  words: Words,
  inLink: boolean,
): string {
  const { src = '', alt = '' } = attributes
  if (isShown(src, missing)) return tag.replace(/^<img/, '<img loading="lazy"')
  const says = escapeHtml(alt || words.imageMissing)
  if (inLink) return `<span class="missing-image">${says}</span>`
  return `<span class="missing-image">${says} <a href="${escapeHtml(src)}">${escapeHtml(words.imageLink)}</a></span>`
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
