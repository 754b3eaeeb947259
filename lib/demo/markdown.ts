import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { sanitiseBody } from '@/lib/markup/sanitise'

/** A demo text's Markdown (CommonMark, GFM tables and footnotes, some HTML) as a canonical body. */
export function bodyFromMarkdown(markdown: string): string {
  const html = micromark(markdown, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml({ clobberPrefix: '' })],
    allowDangerousHtml: true,
  })
  // Columns that the writer set right are columns of figures.
  return sanitiseBody(html.replace(/<(t[dh]) align="right">/g, '<$1 class="number">')).html
}
