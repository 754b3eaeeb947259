/** A part of a stored post's HTML: text, a tag, or what is not to be looked into (comments, preformatted text, scripts). */
type Piece = {
  kind: 'text' | 'tag' | 'whole'
  source: string
  /** Lower-case name of a tag or whole element, "" otherwise. */
  name: string
  closing: boolean
}

const WHOLE = new Set(['pre', 'script', 'style', 'svg', 'textarea'])
// Attributes of an honest tag have fewer quotation marks; a search without limit would take the square of the length.
const MAX_QUOTES = 128
const TAG_NAME = /<(\/?)([a-z][a-z\d:-]*)(?=[\s/>])/iy

/**
 * Parts the HTML of a stored post. Not a parser: nothing is balanced, decoded or repaired, and the sources of all
 * pieces put together are the post again. In linear time, whatever comes.
 */
export function* piecesOf(html: string): Generator<Piece> {
  const closers = new Closers(html)
  let textStart = 0
  // After the last of these nothing can be a tag: looking for its end each time would take the square of the length.
  const lastEnd = html.lastIndexOf('>')
  for (let at = html.indexOf('<'); at !== -1 && at < lastEnd; at = html.indexOf('<', at)) {
    const piece = pieceAt(html, at, closers)
    if (piece === null) {
      at++
      continue
    }
    if (at > textStart) yield text(html.slice(textStart, at))
    yield piece
    at += piece.source.length
    textStart = at
  }
  if (textStart < html.length) yield text(html.slice(textStart))
}

function pieceAt(html: string, at: number, closers: Closers): Piece | null {
  if (html.startsWith('<!--', at)) {
    const end = closers.after('-->', at + 4)
    return end === -1 ? null : { kind: 'whole', source: html.slice(at, end), name: '', closing: false }
  }
  TAG_NAME.lastIndex = at
  const [, slash, tag] = TAG_NAME.exec(html) ?? []
  if (tag === undefined) return null
  const name = tag.toLowerCase()
  const end = tagEnd(html, at)
  if (end === -1) return null
  const closing = slash === '/'
  if (!closing && WHOLE.has(name)) {
    const wholeEnd = closers.after(`</${name}>`, end)
    if (wholeEnd !== -1) return { kind: 'whole', source: html.slice(at, wholeEnd), name, closing }
  }
  return { kind: 'tag', source: html.slice(at, end), name, closing }
}

/** Just after the ">" that ends the tag, passing over those in quotes; -1 if there is none. */
function tagEnd(html: string, at: number): number {
  const mark = /[>"']/g
  mark.lastIndex = at
  for (let quotes = 0; quotes < MAX_QUOTES; quotes++) {
    const found = mark.exec(html)
    if (found === null) break
    if (found[0] === '>') return mark.lastIndex
    const end = html.indexOf(found[0], mark.lastIndex)
    if (end === -1) break
    mark.lastIndex = end + 1
  }
  const end = html.indexOf('>', at)
  return end === -1 ? -1 : end + 1
}

/** Finds what closes a whole piece, and remembers what is nowhere any more: that is not searched for again. */
class Closers {
  private readonly absent = new Set<string>()
  private lowerCase: string | undefined

  constructor(private readonly html: string) {}

  after(closer: string, from: number): number {
    if (this.absent.has(closer)) return -1
    // Lengths stay: only letters of ASCII are lowered.
    this.lowerCase ??= this.html.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
    const start = this.lowerCase.indexOf(closer, from)
    if (start === -1) this.absent.add(closer)
    return start === -1 ? -1 : start + closer.length
  }
}

function text(source: string): Piece {
  return { kind: 'text', source, name: '', closing: false }
}
