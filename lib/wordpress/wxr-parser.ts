import sax from 'sax'
import { WxrNames } from './wxr-names'
import type { WxrFields, WxrItem, WxrMeta, WxrRecord, WxrTerm } from './wxr-record'

/** An item larger than this is told by its title alone: nothing in a newspaper is, and memory is not endless. */
export const MAX_ITEM_CHARACTERS = 64 * 1024 * 1024
/** A name or a description of the site, an author or a term is cut behind this: WordPress itself keeps 64 KB. */
const MAX_NAME_CHARACTERS = 256 * 1024
const MAX_DEPTH = 1_000
/** What sax gathers before it tells it, but for texts. */
const UNWANTED = 'comment sgmlDecl tagName doctype procInstName procInstBody entity attribName attribValue'.split(' ')
const MAX_UNWANTED_CHARACTERS = 64 * 1024
const MAX_TITLE = 200

/** What the elements of each container are; whatever is not named in one is passed over with all that is in it. */
const FIELDS: Record<Container, ReadonlySet<string>> = {
  channel: names('title link description pubDate language wp:wxr_version wp:base_site_url wp:base_blog_url generator'),
  'wp:author': names(
    'wp:author_id wp:author_login wp:author_display_name wp:author_first_name wp:author_last_name wp:author_email',
  ),
  'wp:category': names(
    'wp:term_id wp:category_nicename wp:category_parent wp:cat_name wp:category_description wp:term_slug wp:term_name',
  ),
  'wp:tag': names('wp:term_id wp:tag_slug wp:tag_name wp:tag_description wp:term_slug wp:term_name'),
  'wp:term': names(
    'wp:term_id wp:term_taxonomy wp:term_slug wp:term_parent wp:term_name wp:term_description wp:term_nicename',
  ),
  item: names(
    'title link pubDate dc:creator guid description content:encoded excerpt:encoded wp:post_id wp:post_date ' +
      'wp:post_date_gmt wp:post_modified wp:post_modified_gmt wp:comment_status wp:ping_status wp:post_name wp:status ' +
      'wp:post_parent wp:menu_order wp:post_type wp:post_password wp:is_sticky wp:attachment_url category',
  ),
  'wp:postmeta': names('wp:meta_key wp:meta_value'),
  'wp:comment': names(
    'wp:comment_id wp:comment_author wp:comment_author_email wp:comment_author_url wp:comment_author_IP wp:comment_agent ' +
      'wp:comment_date wp:comment_date_gmt wp:comment_content wp:comment_approved wp:comment_type wp:comment_parent',
  ),
}

type Container = 'channel' | 'wp:author' | 'wp:category' | 'wp:tag' | 'wp:term' | 'item' | 'wp:postmeta' | 'wp:comment'

const CHILDREN: Partial<Record<Container, ReadonlySet<string>>> = {
  channel: names('wp:author wp:category wp:tag wp:term item'),
  item: names('wp:postmeta wp:comment'),
}

function names(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}

type Open = { container: Container; fields: Map<string, string> }

/**
 * Turns the text of an export, piece by piece, into its records. Never throws for what is wrong with the XML: bare "&",
 * entities that nobody knows, control characters, elements that are not closed; `faults` counts such places. No
 * entities but the five of XML and numbers mean anything, whatever a DTD says, and nothing is fetched.
 */
export class WxrParser {
  /** Places where the text is no well-formed XML. */
  faults = 0
  root: string | null = null
  /** True when there was a channel with something of WordPress in it. */
  isExport = false
  /** True when the root element was closed: the file is all there. */
  closed = false
  tooDeep = false

  readonly #sax = sax.parser(true, { trim: false, normalize: false, position: false })
  readonly #names = new WxrNames()
  #records: WxrRecord[] = []
  /** Channel, item or author …, and what stands in it. */
  readonly #open: Open[] = []
  #item: WxrItem | null = null
  #size = 0
  /** The field being read; `ignored` counts the elements around the current text that mean nothing. */
  #field: { name: string; text: string; term?: Omit<WxrTerm, 'name'> } | null = null
  #ignored = 0
  #inCdata = false
  /** What a piece ended with and might be the beginning of an entity or of "]]>". */
  #rest = ''
  #siteTold = false

  constructor() {
    const parser = this.#sax
    parser.onerror = () => this.#resume()
    parser.onopentag = ({ name, attributes }) => this.#enter(name, attributes as Record<string, string>)
    parser.onclosetag = () => this.#leave()
    parser.ontext = (text) => this.#text(text)
    parser.oncdata = (text) => this.#text(text)
    parser.onopencdata = () => {
      this.#inCdata = true
    }
    parser.onclosecdata = () => {
      this.#inCdata = false
    }
  }

  /** The records that this piece completes. */
  write(piece: string): WxrRecord[] {
    this.#feed(this.#rest + piece, false)
    return this.#take()
  }

  end(): WxrRecord[] {
    this.#feed(this.#rest, true)
    this.#sax.close()
    this.#tellSite()
    return this.#take()
  }

  #take(): WxrRecord[] {
    this.#boundMemory()
    const records = this.#records
    this.#records = []
    return records
  }

  /**
   * Writes "&amp;" for every "&" that begins nothing: sax takes the character after a bare one for text, even where
   * it is the "<" of the next tag ("AT&T</title>").
   */
  #feed(text: string, last: boolean): void {
    // Twelve characters are as long as an entity can be ("&#x0010FFFF;"); "]]>" is shorter.
    const end = last ? text.length : Math.max(0, text.length - 12)
    let at = 0
    while (at < end) {
      const next = this.#inCdata ? text.indexOf(']]>', at) : text.indexOf('&', at)
      if (next === -1 || next >= end) break
      const mark = this.#inCdata ? ']]>' : '&'
      this.#sax.write(text.slice(at, next))
      at = next
      // Between the two another section may have begun or ended; then the mark means nothing here.
      if ((mark === '&') === this.#inCdata) continue
      if (mark === ']]>') {
        this.#sax.write(mark)
        at += mark.length
        continue
      }
      const entity = /^&(?:amp|lt|gt|quot|apos|#\d{1,8}|#x[\da-f]{1,7});/i.exec(text.slice(at, at + 12))?.[0]
      if (entity === undefined && this.#field) this.faults++
      this.#sax.write(entity ?? '&amp;')
      at += entity?.length ?? 1
    }
    if (at < end) {
      this.#sax.write(text.slice(at, end))
      at = end
    }
    this.#rest = text.slice(at)
  }

  /**
   * Texts are told in pieces, as they come; a comment, a name or a DTD of that length is nothing we want. sax has limits
   * of its own, but keeps them only where it also counts lines and columns of every character.
   */
  #boundMemory(): void {
    this.#sax.flush()
    const buffers = this.#sax as unknown as Record<string, string>
    for (const name of UNWANTED) {
      if ((buffers[name]?.length ?? 0) <= MAX_UNWANTED_CHARACTERS) continue
      buffers[name] = ''
      this.faults++
    }
  }

  #resume(): void {
    this.faults++
    this.#sax.error = null as unknown as Error
  }

  #enter(raw: string, attributes: Record<string, string>): void {
    const name = this.#names.enter(raw, attributes)
    this.root ??= name
    if (this.#names.depth > MAX_DEPTH) this.tooDeep = true
    if (this.#ignored > 0) {
      this.#ignored++
      return
    }
    const within = this.#open.at(-1)
    if (!within) {
      if (name === 'channel') this.#open.push({ container: 'channel', fields: new Map() })
      return
    }
    this.#finishUnclosed(name)
    const { container } = this.#open.at(-1) ?? within
    if (name.startsWith('wp:')) this.isExport = true
    if (CHILDREN[container]?.has(name)) this.#begin(name as Container)
    else if (FIELDS[container].has(name)) this.#beginField(name, attributes)
    else this.#ignored = 1
  }

  #leave(): void {
    const name = this.#names.leave()
    if (this.#names.depth === 0) this.closed = true
    if (this.#ignored > 0) {
      this.#ignored--
      return
    }
    if (this.#field?.name === name) this.#endField()
    else if (this.#open.at(-1)?.container === name) this.#finish()
  }

  #text(text: string): void {
    if (this.#ignored > 0 || !this.#field) return
    if (this.#item) this.#size += text.length
    else text = text.slice(0, MAX_NAME_CHARACTERS - this.#field.text.length)
    if (this.#size <= MAX_ITEM_CHARACTERS) this.#field.text += text
    else this.#field.text = ''
  }

  /** An item in an item, a comment in a comment: the one before was not closed. */
  #finishUnclosed(name: string): void {
    if (name === 'item') while (this.#open.length > 1) this.#finish()
    const { container } = this.#open.at(-1) ?? {}
    const isPart = container === 'wp:comment' || container === 'wp:postmeta'
    if (isPart && CHILDREN.item?.has(name)) this.#finish()
  }

  #begin(container: Container): void {
    this.#endField()
    if (container === 'item') {
      this.#item = { fields: new Map(), terms: [], meta: [], comments: [] }
      this.#size = 0
    }
    // What the channel says of the site stands before its first item.
    if (container === 'item') this.#tellSite()
    this.#open.push({ container, fields: new Map() })
  }

  #beginField(name: string, attributes: Record<string, string>): void {
    this.#endField()
    this.#field =
      name === 'category'
        ? { name, text: '', term: { domain: attributes.domain ?? '', slug: attributes.nicename ?? '' } }
        : { name, text: '' }
  }

  #endField(): void {
    const done = this.#field
    this.#field = null
    if (!done) return
    if (done.term) {
      this.#item?.terms.push({ ...done.term, name: done.text })
      return
    }
    const { fields } = this.#open.at(-1) ?? {}
    const name = done.name.slice(done.name.indexOf(':') + 1)
    // "content:encoded" and "excerpt:encoded" have nothing but their prefix of their own.
    const key = name === 'encoded' ? done.name.slice(0, done.name.indexOf(':')) : name
    if (fields && !fields.has(key)) fields.set(key, done.text)
  }

  /** Ends the innermost container. */
  #finish(): void {
    this.#endField()
    const done = this.#open.pop()
    if (!done) return
    const { container, fields } = done
    if (container === 'channel') this.#tellSite(fields)
    else if (container === 'wp:postmeta') this.#item?.meta.push(metaOf(fields))
    else if (container === 'wp:comment') this.#item?.comments.push(fields)
    else if (container === 'item') this.#finishItem(fields)
    else this.#records.push({ kind: container.slice('wp:'.length) as 'author', fields })
  }

  #finishItem(fields: WxrFields): void {
    const item = this.#item
    this.#item = null
    const tooLarge = this.#size > MAX_ITEM_CHARACTERS
    this.#size = 0
    if (!item) return
    if (tooLarge) this.#records.push({ kind: 'oversized', title: (fields.get('title') ?? '').slice(0, MAX_TITLE) })
    else this.#records.push({ kind: 'item', item: { ...item, fields } })
  }

  #tellSite(fields = this.#open.find(({ container }) => container === 'channel')?.fields): void {
    if (this.#siteTold || !fields) return
    this.#siteTold = true
    this.#records.push({ kind: 'site', fields })
  }
}

function metaOf(fields: WxrFields): WxrMeta {
  return { key: fields.get('meta_key')?.trim() ?? '', value: fields.get('meta_value') ?? '' }
}
