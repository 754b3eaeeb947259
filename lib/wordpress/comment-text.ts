import { Parser } from 'htmlparser2'
import { visibleText } from '@/lib/markup/characters'

export type CommentText = {
  text: string
  /** True where markup was dropped that meant something: bold type, a picture, code. */
  lostMarkup: boolean
}

const PARAGRAPHS = new Set('p div blockquote ul ol pre table h1 h2 h3 h4 h5 h6 hr dl section article'.split(' '))
const LINES = new Set('li tr dt dd'.split(' '))
const UNSEEN = new Set('script style template iframe object noscript title textarea select'.split(' '))
/** What says the same as text: nothing is lost with the tag. */
const SAID = new Set('p br a blockquote ul ol li div span html head body'.split(' '))
const MAX_DEPTH = 5

/**
 * A comment's HTML as the plain text that comments are here (docs/decisions/005): a link keeps its words and its
 * address, a quotation its ">", a list its dashes, <br> and <p> are lines. All else is dropped.
 */
export function commentText(html: string): CommentText {
  const writer = new Writer()
  const parser = new Parser(writer)
  parser.end(visibleText(html))
  return { text: writer.text(), lostMarkup: writer.lostMarkup }
}

class Writer {
  lostMarkup = false
  #out = ''
  #unseen = 0
  #quotes = 0
  #lists = 0
  #pre = 0
  #link: { href: string; start: number } | null = null
  /** Just behind a <br>: the end of line that stands there in the source is the same one. */
  #broken = false

  onopentag(name: string, { href, alt }: Record<string, string>): void {
    if (!SAID.has(name)) this.lostMarkup = true
    if (UNSEEN.has(name)) this.#unseen++
    if (PARAGRAPHS.has(name)) this.#endLines(this.#lists > 0 ? 1 : 2)
    if (name === 'blockquote') this.#quotes++
    else if (name === 'ul' || name === 'ol') this.#lists++
    else if (name === 'pre') this.#pre++
    else if (name === 'br') this.#break()
    else if (name === 'a') this.#link = { href: href ?? '', start: this.#out.length }
    else if (name === 'img' && alt) this.ontext(alt)
    else if (LINES.has(name)) {
      this.#endLines(1)
      if (name === 'li') this.#write(`${'  '.repeat(Math.min(MAX_DEPTH, Math.max(0, this.#lists - 1)))}- `)
    }
  }

  onclosetag(name: string): void {
    if (UNSEEN.has(name)) this.#unseen--
    if (name === 'a') this.#endLink()
    if (name === 'td' || name === 'th') this.#write(' ')
    if (PARAGRAPHS.has(name)) this.#endLines(this.#lists > 1 ? 1 : 2)
    else if (LINES.has(name)) this.#endLines(1)
    if (name === 'blockquote') this.#quotes--
    else if (name === 'ul' || name === 'ol') this.#lists--
    else if (name === 'pre') this.#pre--
  }

  ontext(text: string): void {
    if (this.#unseen > 0) return
    const shown = this.#broken ? text.replace(/^[^\S\n]*\n/, '') : text
    this.#broken = false
    for (const [i, line] of shown.split('\n').entries()) {
      if (i > 0) this.#newLine()
      if (line.trim() !== '' || (line !== '' && !this.#atLineStart())) this.#write(line)
    }
  }

  text(): string {
    return this.#out
      .replace(/[^\S\n]+$/gm, '')
      .replace(/(?:\n>*){3,}/g, '\n\n')
      .replace(/^\n+|\s+$/g, '')
  }

  #endLink(): void {
    const link = this.#link
    this.#link = null
    if (!link || !/^(?:https?|mailto):./i.test(link.href)) return
    const words = this.#out.slice(link.start).trim()
    const href = link.href.trim().replaceAll(' ', '%20')
    if (words === '') this.#write(href)
    else if (!sameAddress(words, href)) this.#write(` (${href})`)
  }

  #atLineStart(): boolean {
    return this.#out === '' || /\n[> ]*$/.test(this.#out.slice(-2 * MAX_DEPTH - 2))
  }

  #write(text: string): void {
    if (this.#unseen > 0) return
    if (this.#quotes > 0 && (this.#out === '' || this.#out.endsWith('\n'))) {
      this.#out += `${'>'.repeat(Math.min(this.#quotes, MAX_DEPTH))} `
    }
    const atStart = this.#pre === 0 && this.#atLineStart() && !/^(?: {2})*- $/.test(text)
    this.#out += atStart ? text.trimStart() : text
  }

  #break(): void {
    if (this.#unseen > 0) return
    this.#newLine()
    this.#broken = true
  }

  #newLine(): void {
    if (this.#out !== '') this.#out += '\n'
  }

  /** Ends the line, and with 2 leaves an empty one. */
  #endLines(count: number): void {
    if (this.#out === '' || this.#unseen > 0) return
    const there = /\n*$/.exec(this.#out.slice(-2))?.[0].length ?? 0
    if (there < count) this.#out += '\n'.repeat(count - there)
  }
}

/** A link that shows its own address says it once. */
function sameAddress(words: string, href: string): boolean {
  const bare = (address: string) => address.replace(/^(?:https?:\/\/|mailto:)(?:www\.)?/i, '').replace(/\/$/, '')
  return bare(words) === bare(href)
}
