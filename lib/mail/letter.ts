import { directionOf } from '@/lib/i18n/locale'
import { escapeHtml } from '@/lib/markup/escape'

/** What is written to one person. */
export type Letter = {
  locale: string
  subject: string
  paragraphs: string[]
  link: { says: string; href: string }
  /** Whom it is from, under a line. */
  site: { name: string; url: string }
}

export type Drawn = { subject: string; text: string; html: string }

/** One line, however many were written. */
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** As plain text, and as HTML that says the same: no image, nothing that is counted. */
export function drawLetter({ locale, subject, paragraphs, link, site }: Letter): Drawn {
  const blocks = paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph).replaceAll('\n', '<br>')}</p>`)
  const html = [
    '<!doctype html>',
    `<html lang="${escapeHtml(locale)}" dir="${directionOf(locale)}">`,
    `<head><meta charset="utf-8"><title>${escapeHtml(oneLine(subject))}</title></head>`,
    '<body>',
    ...blocks,
    `<p><a href="${escapeHtml(link.href)}">${escapeHtml(link.says)}</a><br><small dir="ltr">${escapeHtml(link.href)}</small></p>`,
    `<p><small>${escapeHtml(site.name)} · ${escapeHtml(site.url)}</small></p>`,
    '</body></html>',
  ]
  const text = [...paragraphs, `${link.says}:\n${link.href}`, `-- \n${site.name} · ${site.url}\n`]
  return { subject: oneLine(subject), text: text.join('\n\n'), html: html.join('\n') }
}
