// Curly quotes, dashes and the like are put in when an imported text is drawn, as WordPress does: the stored text keeps
// what was typed, so that search, export and editors meet the keys of a keyboard.

const CANDIDATE = /["'`]|\.\.\.|--|(?:^|\s)-(?:\s|$)|\dx\d|\(tm\)/
const TOKEN =
  /https?:\/\/[^\s<"']+|(?<![\w.,])(?!0x)\d[\d.,]*x\d[\d.,]*(?!\w)|---|(?<!xn)--|(?<=^|\s)-(?=\s|$)|\.\.\.|(?<=\s)\(tm\)|``|''|["']/g
const TAG = /<(?:!--[\s\S]*?--|\/?([a-z][a-z\d]*)(?:[^">]|"[^"]*")*)>/gi

/** Elements whose text is shown as it was typed. */
const AS_TYPED = new Set(['pre', 'code', 'kbd', 'script', 'style', 'textarea'])
/** Elements that do not part what is before them from what is after them. */
const INLINE = new Set(
  'a strong em b i u s del ins small sub sup abbr mark time span q cite code kbd samp var'.split(' '),
)
/** Words that begin with an apostrophe, not with a quotation mark. */
const CLIPPED = /^(?:tain['’]t|twere|twas|tis|twill|til|bout|nuff|round|cause|em)(?![\p{L}\p{N}])/iu
const LOOK_AHEAD = 8
const OPENS_AFTER = /[\s([{<“‘"—–-]/

/**
 * HTML with the typography that WordPress gives it: “quotes”, apostrophes, primes, dashes, ellipses, 3×4. Not in code,
 * preformatted text, tags or web addresses. For canonical bodies (lib/markup/sanitise.ts); other HTML with attributes
 * in double quotes does too.
 */
export function typeset(html: string): string {
  if (!CANDIDATE.test(html)) return html
  let typeset = ''
  let done = 0
  let asTyped: string | null = null
  const setter = new Typesetter()
  const text = (end: number) => {
    const run = html.slice(done, end)
    typeset += asTyped === null ? setter.set(run, () => textAfter(html, end)) : setter.pass(run)
  }
  for (const tag of html.matchAll(TAG)) {
    if (tag.index > done) text(tag.index)
    const [source] = tag
    const name = tag[1]?.toLowerCase()
    typeset += source
    done = tag.index + source.length
    if (name === undefined) continue
    const closes = source.startsWith('</')
    if (asTyped === null && !closes && AS_TYPED.has(name)) asTyped = name
    else if (asTyped === name && closes) asTyped = null
    if (!INLINE.has(name)) setter.startBlock()
  }
  if (done < html.length) text(html.length)
  return typeset
}

/** The same for a line of plain text, such as a headline. */
export function typesetText(text: string): string {
  return CANDIDATE.test(text) ? new Typesetter().set(text, () => '') : text
}

/** What follows in the same block, seen through the tags between. */
function textAfter(html: string, start: number): string {
  const tags = new RegExp(TAG.source, 'iy')
  tags.lastIndex = start
  let end = start
  for (let tag = tags.exec(html); tag !== null; tag = tags.exec(html)) {
    if (!INLINE.has(tag[1]?.toLowerCase() ?? '')) return ''
    end = tags.lastIndex
  }
  return html.slice(end, end + LOOK_AHEAD)
}

/** Goes through the text of one block, run by run, and remembers what a quotation mark has to know. */
class Typesetter {
  /** The character before the run; empty at the start of a block. */
  private before = ''
  private quoted = false
  private singleQuoted = false

  startBlock(): void {
    this.before = ''
    this.quoted = false
    this.singleQuoted = false
  }

  pass(run: string): string {
    this.before = run.at(-1) ?? this.before
    return run
  }

  /** `next`: what comes after the run in its block. */
  set(run: string, next: () => string): string {
    if (!CANDIDATE.test(run)) return this.pass(run)
    let set = ''
    let done = 0
    for (const { 0: token, index } of run.matchAll(TOKEN)) {
      set += run.slice(done, index)
      done = index + token.length
      const inRun = run.slice(done, done + LOOK_AHEAD)
      // A dash is as long as its run of text makes it: WordPress does not look through tags either.
      set += this.replace(token, set.at(-1) ?? this.before, token === '--' ? inRun : inRun || next())
    }
    return this.pass(set + run.slice(done))
  }

  private replace(token: string, before: string, after: string): string {
    switch (token) {
      case '"':
        return this.double(before, after)
      case "'":
        return this.single(before, after)
      case '``':
        return '“'
      case "''":
        return '”'
      case '...':
        return '…'
      case '---':
        return '—'
      case '--':
        return /^\s?$/.test(before) && /^(\s|$)/.test(after) ? '—' : '–'
      case '-':
        return '–'
      case '(tm)':
        return '™'
      default:
        return token.startsWith('http') ? token : token.replace('x', '×')
    }
  }

  private double(before: string, after: string): string {
    if (opensAfter(before) && (/^\S/.test(after) || before + after === '')) {
      this.quoted = true
      return '“'
    }
    // 12" is a measure, unless it ends what was quoted.
    if (/\d/.test(before) && !this.quoted) return '″'
    this.quoted = false
    return '”'
  }

  private single(before: string, after: string): string {
    const inWord = /[\p{L}\p{N}]/u.test(before) && /^[\p{L}\p{N}]/u.test(after)
    if (inWord) return '’'
    if (opensAfter(before)) {
      if (/^\d\d(?!\d)/.test(after) || CLIPPED.test(after)) return '’'
      if (before + after === '' || after !== '') {
        this.singleQuoted = true
        return '‘'
      }
    }
    if (/\d/.test(before) && !this.singleQuoted) return '′'
    this.singleQuoted = false
    return '’'
  }
}

function opensAfter(before: string): boolean {
  return before === '' || OPENS_AFTER.test(before)
}
