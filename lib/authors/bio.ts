import { linkAddress } from '@/lib/markup/addresses'

/** A piece of a bio: words, or words that lead somewhere. */
export type BioPart = { text: string; url: string | null }

/** [the paper](https://…), or an address as it is. */
const LINK = /\[([^[\]\n]{1,200})\]\(([^\s()]{1,2000})\)|(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]'’”»])/g

/** Paragraphs of a bio, each in parts. What is no address that a page may lead to stays the words that were typed. */
export function readBio(bio: string): BioPart[][] {
  return bio
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
    .map(partsOf)
}

function partsOf(paragraph: string): BioPart[] {
  const parts: BioPart[] = []
  let from = 0
  for (const match of paragraph.matchAll(LINK)) {
    const [whole, words, typed, bare] = match
    const url = outsideAddress(bare ?? typed ?? '')
    if (url === null) continue
    if (match.index > from) parts.push({ text: paragraph.slice(from, match.index), url: null })
    parts.push({ text: words ?? whole, url })
    from = match.index + whole.length
  }
  if (from < paragraph.length) parts.push({ text: paragraph.slice(from), url: null })
  return parts
}

/** Where a bio or a profile may lead: to the web, to a page of this site, or to a mailbox. */
export function outsideAddress(typed: string): string | null {
  const url = linkAddress(typed)
  return url !== null && /^(https?:|mailto:|\/)/.test(url) ? url : null
}

/** A bio as text alone: for descriptions, and for programs. */
export const plainBio = (bio: string): string =>
  readBio(bio)
    .map((parts) => parts.map(({ text }) => text).join(''))
    .join('\n\n')
