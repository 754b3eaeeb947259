import type { Node } from '@tiptap/pm/model'

export type Match = { from: number; to: number }

/** In place of what stands in a line and is no text. */
const OTHER = '\ufffc'

/** A text as it is compared, and where in the text each of its characters stands. */
type Compared = { text: string; at: number[] }

/**
 * Where a text has what is looked for; within one paragraph, from left to right. Without `exact`, capitals and small letters
 * are the same, and so are the forms of Arabic and Persian letters and digits, with and without their marks.
 */
export function findMatches(doc: Node, query: string, exact: boolean): Match[] {
  const wanted = compared([{ text: query, from: 0 }], exact).text
  if (!wanted) return []
  const matches: Match[] = []
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true
    const pieces: Piece[] = []
    node.forEach((child, offset) => {
      pieces.push({ text: child.text ?? OTHER, from: position + 1 + offset })
    })
    const { text, at } = compared(pieces, exact)
    const end = position + 1 + node.content.size
    for (let i = text.indexOf(wanted); i >= 0; i = text.indexOf(wanted, i + wanted.length)) {
      const from = at[i] ?? end
      // Marks that follow the last letter belong to it.
      matches.push({ from, to: Math.max(at[i + wanted.length] ?? end, from + 1) })
    }
    return false
  })
  return matches
}

type Piece = { text: string; from: number }

function compared(pieces: Piece[], exact: boolean): Compared {
  let text = ''
  const at: number[] = []
  for (const { text: piece, from } of pieces) {
    for (let i = 0; i < piece.length; i++) {
      const said = exact ? piece.charAt(i) : foldCharacter(piece.charAt(i))
      text += said
      for (let unit = 0; unit < said.length; unit++) at.push(from + i)
    }
  }
  return { text, at }
}

const FOLDED = new Map(
  'ى=ي ی=ي ک=ك أ=ا إ=ا آ=ا ٱ=ا ة=ه ۀ=ه ’=\' ‘=\' “=" ”=" ٠=0 ١=1 ٢=2 ٣=3 ٤=4 ٥=5 ٦=6 ٧=7 ٨=8 ٩=9 ۰=0 ۱=1 ۲=2 ۳=3 ۴=4 ۵=5 ۶=6 ۷=7 ۸=8 ۹=9'
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.slice(2)] as const),
)
/** Vowel signs, hamza above, tatweel, and what joins and parts letters unseen. */
const UNWRITTEN = /[\u064b-\u065f\u0670\u0640\u200c-\u200f]/

function foldCharacter(character: string): string {
  if (UNWRITTEN.test(character)) return ''
  return FOLDED.get(character) ?? character.toLowerCase()
}
