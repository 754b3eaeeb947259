import { piecesOf } from '@/lib/wordpress/text/pieces'

const BLOCKS = new Set(
  (
    'table thead tfoot caption col colgroup tbody tr td th div dl dd dt ul ol li pre form map area blockquote address style ' +
    'p h1 h2 h3 h4 h5 h6 hr fieldset legend section article aside hgroup header footer nav figure details menu summary'
  ).split(' '),
)
/** Before these, open or closed, the end of a line is no line break. */
const BREAKS_ITSELF = new Set('p li div dl dd dt th pre td ul ol'.split(' '))

/** What stands between two paragraph breaks: perhaps one block's start tag, inline content, perhaps one block's end tag. */
type Segment = { start: string; startName: string; content: string; end: string; endName: string }

/**
 * Paragraphs and line breaks for a post that was typed without tags, as WordPress adds them when it draws one: an
 * empty line parts paragraphs, a line's end is a `<br />`, blocks are left alone. The text that WordPress would
 * answer, to the letter where it can be; a browser or lib/markup/sanitise.ts repairs what it leaves odd (`<div>a</p>`).
 *
 * Not for posts made of blocks (lib/wordpress/text/blocks.ts).
 */
export function addParagraphs(text: string): string {
  const lines: string[] = []
  let segment = emptySegment()
  const finish = () => {
    const line = segmentHtml(segment)
    if (line !== '') lines.push(line)
    segment = emptySegment()
  }
  let content: string[] = []
  let afterCaption = false
  const flush = () => {
    // Two line breaks typed as tags part paragraphs too.
    const [first = '', ...rest] = content.join('').split(/(?:<br\s*\/?>\s*){2,}|\n\s*\n/i)
    segment.content += first
    for (const part of rest) {
      finish()
      segment.content = part
    }
    content = []
  }
  for (const { kind, source, name, closing } of piecesOf(`${text.replace(/\r\n?/g, '\n')}\n`)) {
    if (name === 'figcaption' && !closing) {
      // A caption stays with what it belongs to, whatever stands between them.
      while (content.length > 0 && !/\S/.test(content.at(-1) ?? '')) content.pop()
      const [last] = content.splice(-1)
      if (last !== undefined) content.push(last.trimEnd())
      else if (segment.start === '' && segment.content === '') segment.start = lines.pop() ?? ''
    }
    if (!BLOCKS.has(name)) {
      // Newlines inside tags and scripts are no line ends of the text.
      if (kind === 'text') content.push(afterCaption ? source.trimStart() : source)
      else content.push(name === 'br' ? source : hideNewlines(source))
    } else if (kind === 'whole' || /^<hr\s*\/?>$/i.test(source)) {
      flush()
      finish()
      lines.push(source)
    } else if (closing) {
      flush()
      segment.end = source
      segment.endName = name
      finish()
    } else {
      flush()
      finish()
      segment.start = source
      segment.startName = name
    }
    afterCaption = name === 'figcaption' && closing
  }
  flush()
  finish()
  return lines.length === 0 ? '' : showNewlines(`${lines.join('\n')}\n`)
}

function emptySegment(): Segment {
  return { start: '', startName: '', content: '', end: '', endName: '' }
}

function segmentHtml(segment: Segment): string {
  const { start, startName, end, endName } = segment
  const inner = lineBreaks(segment)
  if (!/\S/.test(inner)) return startName === 'p' && endName === 'p' ? '' : start + (end && inner) + end
  const opensParagraph = start === '' || startName === 'blockquote'
  const closesParagraph =
    end === '' ? startName !== 'li' : endName === 'blockquote' || (start === '' && closesItself(endName, inner))
  return `${start}${opensParagraph ? '<p>' : ''}${inner}${closesParagraph ? '</p>' : ''}${end}`
}

function closesItself(name: string, content: string): boolean {
  return (name === 'div' || name === 'address' || name === 'form') && !content.includes('<')
}

/** Line ends as `<br />`, but none next to a block's own tag. */
function lineBreaks({ start, content, end, endName }: Segment): string {
  let lines = content
  if (start === '') lines = lines.replace(/^\n+/, '')
  if (end === '') lines = lines.replace(/\n+$/, '')
  lines = lines
    .replace(/<br\s*\/?>/gi, '<br />')
    .split('\n')
    .map((line, index, all) => (index === all.length - 1 ? line : broken(line.trimEnd())))
    .join('\n')
  if (start !== '') lines = lines.replace(/^\s*<br \/>/, '')
  return BREAKS_ITSELF.has(endName) ? lines.replace(/<br \/>(\s*)$/, '$1') : lines
}

function broken(line: string): string {
  return line.endsWith('<br />') ? line : `${line}<br />`
}

const HIDDEN = '\ue000'

function hideNewlines(source: string): string {
  return source.replaceAll('\n', HIDDEN)
}

function showNewlines(source: string): string {
  return source.replaceAll(HIDDEN, '\n')
}
