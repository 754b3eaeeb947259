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
  let embed: { start: number; depth: number; href: string; title: string } | null = null
  let figures = 0
  let tables = 0
  const parser = new Parser({
    onopentag(name, attributes) {
      const start = parser.startIndex
      const end = parser.endIndex + 1
      if (name === 'figure') {
        figures++
        if (!embed && attributes.class === 'embed') embed = { start, depth: figures, href: '', title: '' }
      } else if (embed && name === 'a') {
        embed.href = attributes.href ?? ''
      } else if (name === 'img' && !embed) {
        edits.push({ start, end, html: image(attributes, html.slice(start, end), missing, words) })
      } else if (name === 'table') {
        if (tables++ === 0) edits.push({ start, end: start, html: tableStart(words) })
      }
    },
    ontext(text) {
      if (embed) embed.title += text
    },
    onclosetag(name) {
      const end = parser.endIndex + 1
      if (name === 'figure') {
        if (embed?.depth === figures) {
          edits.push({ start: embed.start, end, html: embedCard(embed.href, embed.title.trim(), words) })
          embed = null
        }
        figures--
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

function image(attributes: Record<string, string>, tag: string, missing: ReadonlySet<string>, words: Words): string {
  const { src = '', alt = '' } = attributes
  if (isShown(src, missing)) return tag.replace(/^<img/, '<img loading="lazy"')
  const says = escapeHtml(alt || words.imageMissing)
  return `<span class="missing-image">${says} <a href="${escapeHtml(src)}">${escapeHtml(words.imageLink)}</a></span>`
}

function embedCard(href: string, title: string, words: Words): string {
  if (!URL.canParse(href)) return `<p>${escapeHtml(title)}</p>`
  const host = new URL(href).hostname.replace(/^www\./, '')
  const named = title && title !== href ? `<strong>${escapeHtml(title)}</strong>` : ''
  return (
    `<div class="embed-card"><p class="note">${escapeHtml(words.embedFrom(host))}</p>${named}` +
    `<p>${escapeHtml(words.embedNote(host))}</p>` +
    `<a class="button" href="${escapeHtml(href)}" rel="noopener">${escapeHtml(words.embedOpen(host))}</a></div>`
  )
}
