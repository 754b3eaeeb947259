import { commentParagraphs, type TextPart } from '@/lib/comments/text'
import { escapeHtml } from '@/lib/markup/escape'

/** What a reader wrote as HTML: paragraphs, lines and links, and everything else as it was typed. */
export function commentHtml(text: string): string {
  return commentParagraphs(text)
    .map((lines) => `<p>${lines.map((parts) => parts.map(partHtml).join('')).join('<br>')}</p>`)
    .join('')
}

function partHtml(part: TextPart): string {
  const words = escapeHtml(part.text)
  return part.link ? `<a href="${escapeHtml(part.href)}" rel="nofollow ugc">${words}</a>` : words
}
