import { embedAddress } from '@/lib/markup/embeds'
import { piecesOf } from '@/lib/wordpress/text/pieces'

const ADDRESS = /https?:\/\/[^\s<>"]+/
const ADDRESS_LINE = new RegExp(`^([ \\t]*)(${ADDRESS.source})[ \\t]*$`, 'gim')
const ALONE = new RegExp(`^\\s*(${ADDRESS.source})\\s*$`, 'i')

/**
 * HTML for an address that was given to be embedded: something to embed where we know the provider, which the sanitiser
 * turns into its link, else a plain link. `address` is as it stands in HTML, "&" written "&amp;" or not.
 */
export function embedOrLink(address: string): string {
  const plain = address.replace(/&amp;|&#0?38;/g, '&')
  const written = address.replaceAll('"', '&quot;')
  return embedAddress(plain) === null ? `<a href="${written}">${written}</a>` : `<iframe src="${written}"></iframe>`
}

/** Does so for each address that stands alone on its line or in its paragraph. */
export function linkLoneAddresses(html: string): string {
  if (!ADDRESS.test(html)) return html
  const pieces = [...piecesOf(html)]
  return pieces
    .map(({ kind, source }, index) => {
      if (kind !== 'text') return source
      const before = pieces[index - 1]
      const after = pieces[index + 1]
      const inParagraph = before?.name === 'p' && !before.closing && after?.name === 'p' && after.closing
      if (inParagraph) return source.replace(ALONE, (_, address: string) => embedOrLink(address))
      return source.replace(ADDRESS_LINE, (line: string, indent: string, address: string, at: number) => {
        // The first and the last line of a text piece share theirs with a tag.
        const whole = (at > 0 || endsLine(before)) && (at + line.length < source.length || endsLine(after))
        return whole ? indent + embedOrLink(address) : line
      })
    })
    .join('')
}

function endsLine(piece: { name: string } | undefined): boolean {
  return piece === undefined || /^(?:h[1-6]|p|div|blockquote|ul|ol|li|table|pre|hr|figure|section)$/.test(piece.name)
}
