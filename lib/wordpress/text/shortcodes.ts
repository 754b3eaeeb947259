import {
  isBuilderShortcode,
  isLayoutShortcode,
  isOpaqueShortcode,
  layoutEnd,
  layoutStart,
} from '@/lib/wordpress/text/layout-shortcodes'
import { MEDIA_SHORTCODES, type MediaContext } from '@/lib/wordpress/text/media-shortcodes'
import { type ShortcodeTag, shortcodeAttributes, shortcodeTags } from '@/lib/wordpress/text/shortcode-tags'

type Enclosure = { tag: ShortcodeTag; parts: string[]; end(content: string): string }

const SOURCE_CODE = new Set(['code', 'sourcecode'])
const MAX_OPEN = 20

/**
 * The post with its shortcodes carried out: those of WordPress itself drawn, those of page builders taken from around
 * their content, each told to `lose`; any other one kept as marked text, and told too. `[[x]]` is shown as `[x]`.
 *
 * Brackets are common in prose and code. One is taken for an unknown shortcode only if its name is of Latin letters, no
 * letter, bracket or "(" touches it, it is not in code, and one of these holds: it has an attribute written name=value;
 * it is closed by [/name] or written [name /]; its name has an underscore; its name has a hyphen and it stands alone on
 * its line. All else – [sic], [1], [re-elected], [text](address), [من المترجم] – is text.
 */
export function replaceShortcodes(html: string, context: MediaContext): string {
  return html.includes('[') ? new Replacement(context).of(shortcodeTags(html)) : html
}

class Replacement {
  private readonly root: string[] = []
  private readonly open: Enclosure[] = []
  private readonly closersLeft = new Map<string, number>()
  private readonly escaped = new Map<string, number>()
  private readonly marked = new Set<string>()

  constructor(private readonly context: MediaContext) {}

  of(parts: readonly (string | ShortcodeTag)[]): string {
    for (const part of parts) if (typeof part !== 'string' && part.closing) this.count(this.closersLeft, part.name, 1)
    for (const part of parts) {
      if (typeof part === 'string') this.write(part)
      else this.take(part)
    }
    while (this.open.length > 0) this.abandon()
    return this.root.join('')
  }

  private write(html: string): void {
    const parts = this.open.at(-1)?.parts ?? this.root
    parts.push(html)
  }

  private take(tag: ShortcodeTag): void {
    if (tag.closing) this.count(this.closersLeft, tag.name, -1)
    const around = this.open.at(-1)?.tag.name ?? ''
    const typed = SOURCE_CODE.has(around) && !(tag.closing && tag.name === around)
    if (!typed && this.takeEscaped(tag)) return
    if (typed || tag.inCode) {
      this.write(tag.source)
      return
    }
    if (tag.doubledBefore) this.write('[')
    if (tag.closing) this.takeEnd(tag)
    else this.takeStart(tag)
    if (tag.doubledAfter) this.write(']')
  }

  /** `[[name]]`, or `[[name] … [/name]]`. */
  private takeEscaped(tag: ShortcodeTag): boolean {
    const { name, closing, source, doubledBefore, doubledAfter } = tag
    const whole = doubledBefore && doubledAfter
    const starts = doubledBefore && !doubledAfter && !closing && this.closers(name) > 0
    const ends = closing && doubledAfter && (this.escaped.get(name) ?? 0) > 0
    if (ends) this.count(this.escaped, name, -1)
    else if (!(whole || starts) || !this.isShortcode(tag)) return false
    if (starts) this.count(this.escaped, name, 1)
    this.write(source.slice(doubledBefore ? 1 : 0, doubledAfter ? -1 : undefined))
    return true
  }

  private takeStart(tag: ShortcodeTag): void {
    const { name } = tag
    const attributes = shortcodeAttributes(tag.attributes)
    const draw = MEDIA_SHORTCODES.get(name)
    const encloses = !tag.selfClosing && this.closers(name) > 0 && this.open.length < MAX_OPEN
    if (draw && (name === 'gallery' || this.isCarriedOut(tag))) {
      if (encloses) this.enclose(tag, (content) => draw(attributes, content, this.context))
      else this.write(draw(attributes, '', this.context))
    } else if (SOURCE_CODE.has(name) && encloses) {
      this.enclose(tag, (content) => `<pre><code>${content}</code></pre>`)
    } else if (isBuilderShortcode(name) || (isLayoutShortcode(name) && this.isCarriedOut(tag))) {
      this.context.lose(`shortcode ${name}`)
      if (isOpaqueShortcode(name) && encloses) this.enclose(tag, () => '')
      else this.write(layoutStart(name, attributes, this.context))
    } else if (!isKnown(name) && this.isShortcode(tag)) {
      this.context.lose(`shortcode ${name}`)
      this.marked.add(name)
      this.mark(tag)
    } else {
      this.write(bare(tag))
    }
  }

  private takeEnd(tag: ShortcodeTag): void {
    const index = this.open.findLastIndex((enclosure) => enclosure.tag.name === tag.name)
    if (index !== -1) {
      while (this.open.length > index + 1) this.abandon()
      const { parts, end } = this.open.pop() ?? { parts: [], end: String }
      this.write(end(parts.join('')))
    } else if (isBuilderShortcode(tag.name) || isLayoutShortcode(tag.name)) {
      this.write(layoutEnd(tag.name))
    } else if (this.marked.has(tag.name)) {
      this.mark(tag)
    } else {
      this.write(bare(tag))
    }
  }

  private enclose(tag: ShortcodeTag, end: Enclosure['end']): void {
    this.open.push({ tag, parts: [], end })
  }

  /** What was opened and never closed is text, and so is all that came after it. */
  private abandon(): void {
    const enclosure = this.open.pop()
    if (enclosure) this.write(bare(enclosure.tag) + enclosure.parts.join(''))
  }

  private mark(tag: ShortcodeTag): void {
    this.write(`<span class="shortcode">${bare(tag)}</span>`)
  }

  private isShortcode(tag: ShortcodeTag): boolean {
    const { name, before, after } = tag
    if (isKnown(name)) return true
    if (/[\p{L}\p{N})\]]$/u.test(before) || after.startsWith('(')) return false
    return name.includes('_') || (name.includes('-') && isAlone(tag)) || this.isUsed(tag)
  }

  /** Names such as [video], [note] or [last] are words of prose too: alone on a line, or used as a shortcode. */
  private isCarriedOut(tag: ShortcodeTag): boolean {
    return this.isUsed(tag) || isAlone(tag)
  }

  private isUsed({ name, attributes, selfClosing }: ShortcodeTag): boolean {
    return (
      selfClosing ||
      this.closers(name) > 0 ||
      /(?:^|\s)[a-z][\w-]*\s?=\s?\S/i.test(attributes) ||
      /^=|https?:/.test(attributes)
    )
  }

  private closers(name: string): number {
    return this.closersLeft.get(name) ?? 0
  }

  private count(counts: Map<string, number>, name: string, by: number): void {
    counts.set(name, (counts.get(name) ?? 0) + by)
  }
}

function isKnown(name: string): boolean {
  return MEDIA_SHORTCODES.has(name) || isBuilderShortcode(name) || isLayoutShortcode(name)
}

function isAlone({ attributes, before, after }: ShortcodeTag): boolean {
  return attributes.trim() === '' && /(^|\n)[ \t]*$/.test(before) && /^[ \t]*(\n|$)/.test(after)
}

/** The tag with one bracket on each side. */
function bare({ source, doubledBefore, doubledAfter }: ShortcodeTag): string {
  return source.slice(doubledBefore ? 1 : 0, doubledAfter ? -1 : undefined)
}
