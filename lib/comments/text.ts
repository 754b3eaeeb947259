export type TextPart = { link: false; text: string } | { link: true; text: string; href: string }

/**
 * A comment's plain text as paragraphs of lines, with bare web addresses as links. Nothing else in it means anything:
 * what looks like HTML is shown as it was typed.
 */
export function commentParagraphs(text: string): TextPart[][][] {
  return text
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.split('\n').map(linkedParts))
}

const ADDRESS = /\bhttps?:\/\/[^\s<>"'«»“”„‘’]+/gi

function linkedParts(line: string): TextPart[] {
  const parts: TextPart[] = []
  let done = 0
  for (const match of line.matchAll(ADDRESS)) {
    const address = withoutTail(match[0])
    if (!URL.canParse(address)) continue
    if (match.index > done) parts.push({ link: false, text: line.slice(done, match.index) })
    parts.push({ link: true, text: address, href: address })
    done = match.index + address.length
  }
  if (done < line.length) parts.push({ link: false, text: line.slice(done) })
  return parts
}

/** Without the punctuation of the sentence it stands in; a closing bracket stays where the address opened one. */
function withoutTail(address: string): string {
  let rest = address
  for (;;) {
    const shorter = rest.replace(/[.,;:!?…،؛؟]+$/u, '')
    const bracket = /[)\]]$/.test(shorter) && !/[([]/.test(shorter) ? shorter.slice(0, -1) : shorter
    if (bracket === rest) return rest
    rest = bracket
  }
}

/** Web addresses in the text, as the rule that holds comments with many of them counts. */
export function countLinks(text: string): number {
  return (text.match(/\bhttps?:\/\//gi) ?? []).length
}
