/** A text around what was marked in it. */
export type Marked = { before: string; marked: string; after: string }

/** In characters, on either side. */
const AROUND = 240

/**
 * Where a marked sentence stands in a text, whatever white space, quotation marks or case part the two; null where it is not
 * there, or not any more. `text`: plain.
 */
export function findMarked(text: string, sentence: string): Marked | null {
  const wanted = folded(sentence).trim()
  if (!wanted) return null
  const line = text.replace(/\s+/g, ' ')
  const at = folded(line).indexOf(wanted)
  if (at < 0) return null
  const end = at + wanted.length
  return {
    before: cutBefore(line.slice(0, at)),
    marked: line.slice(at, end),
    after: cutAfter(line.slice(end)),
  }
}

/** Letter for letter as long as what it was made from, so that a place in the one is that place in the other. */
function folded(text: string): string {
  const quoted = text
    .replace(/\s+/g, ' ')
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’‚]/g, "'")
  return quoted.replace(/\p{Lu}/gu, (letter) => {
    const small = letter.toLowerCase()
    return small.length === letter.length ? small : letter
  })
}

function cutBefore(text: string): string {
  if (text.length <= AROUND) return text
  return `…${text.slice(-AROUND).replace(/^\S*\s/, '')}`
}

function cutAfter(text: string): string {
  if (text.length <= AROUND) return text
  return `${text.slice(0, AROUND).replace(/\s\S*$/, '')}…`
}
