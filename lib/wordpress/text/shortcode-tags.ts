import { piecesOf } from '@/lib/wordpress/text/pieces'

/** `[name attributes]`, `[/name]` or `[name /]`, as it stands in the text of a post. */
export type ShortcodeTag = {
  name: string
  /** Everything between the name and the bracket. */
  attributes: string
  closing: boolean
  selfClosing: boolean
  /** The brackets around it are doubled on this side: it is to be shown, not carried out. */
  doubledBefore: boolean
  doubledAfter: boolean
  source: string
  /** The characters around it in its piece of text. */
  before: string
  after: string
  /** In code: shown as it is typed. */
  inCode: boolean
}

const TAG = /\[(\[?)(\/?)([A-Za-z][\w-]*)((?:[\s=/&][^[\]]*)?)\](\]?)/g
const CODE = new Set(['code', 'kbd', 'samp', 'tt'])

/** Parts HTML into what may be shortcodes and all the rest. Brackets in attributes, comments and code blocks are rest. */
export function shortcodeTags(html: string): (string | ShortcodeTag)[] {
  const parts: (string | ShortcodeTag)[] = []
  let code = 0
  for (const { kind, source, name, closing } of piecesOf(html)) {
    if (kind === 'tag' && CODE.has(name)) code = Math.max(0, code + (closing ? -1 : 1))
    if (kind !== 'text') {
      parts.push(source)
      continue
    }
    let done = 0
    for (const found of source.matchAll(TAG)) {
      const [whole, doubled = '', slash, tagName = '', rest = '', doubledAfter = ''] = found
      const end = found.index + whole.length
      parts.push(source.slice(done, found.index), {
        // As it is typed: to WordPress [Video] is not [video], and in prose it is the title of something.
        name: tagName,
        attributes: rest.replace(/\/\s*$/, ''),
        closing: slash === '/',
        selfClosing: /\/\s*$/.test(rest),
        doubledBefore: doubled !== '',
        doubledAfter: doubledAfter !== '',
        source: whole,
        before: source.slice(Math.max(0, found.index - 40), found.index),
        after: source.slice(end, end + 40),
        inCode: code > 0,
      })
      done = end
    }
    parts.push(source.slice(done))
  }
  return parts
}

export type ShortcodeAttributes = { named: ReadonlyMap<string, string>; positional: readonly string[] }

const ATTRIBUTE = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))|"([^"]*)"|'([^']*)'|(\S+)/g

/** With straight quotes, curly ones, their entities or none. Names in lower case; values as they stand in the HTML. */
export function shortcodeAttributes(text: string): ShortcodeAttributes {
  const straight = text
    .replace(/&(?:quot|#0?34|#822[01]|#8243|[lr]dquo|#x201[cd]);|[“”„″]/gi, '"')
    .replace(/&(?:apos|#0?39|#821[67]|#8242|[lr]squo);|[‘′]/gi, "'")
    .replace(/&nbsp;|<br\s*\/?>/gi, ' ')
  const named = new Map<string, string>()
  const positional: string[] = []
  for (const [, name, double, single, bare, ...words] of straight.matchAll(ATTRIBUTE)) {
    if (name !== undefined) named.set(name.toLowerCase(), double ?? single ?? bare ?? '')
    else positional.push(words.find((word) => word !== undefined) ?? '')
  }
  return { named, positional }
}
