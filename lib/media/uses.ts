import { decodePath } from '@/lib/articles/paths'
import { sizedOf } from './sizes'

/** In canonical HTML attributes stand in double quotes, and no other way of showing or linking a file is left in it. */
const ADDRESS = /(?:src|href)="(\/(?:media|wp-content\/uploads)\/[^"]+)"/g
const ENTITIES: Record<string, string> = { '&amp;': '&', '&#x26;': '&', '&#38;': '&', '&quot;': '"', '&#x22;': '"' }

/** The files of this site that a text shows or leads to. */
export function pathsIn(html: string): string[] {
  if (!html.includes('/media/') && !html.includes('/wp-content/')) return []
  const found = Array.from(html.matchAll(ADDRESS), ([, address = '']) => pathOf(plain(address)))
  return [...new Set(found)]
}

const plain = (attribute: string): string =>
  attribute.replace(/&(?:amp|quot|#x26|#38|#x22);/g, (entity) => ENTITIES[entity] ?? entity)

/** Of an address of this site, decoded. */
export const pathOf = (address: string): string => decodePath(address.replace(/[?#].*$/, ''))

/** A file under its own name, and where that asks for a size of another, under that one's. */
export const filesOf = (paths: readonly string[]): string[] => [
  ...new Set(paths.flatMap((path) => [path, ...(sizedOf(path)?.originals ?? [])])),
]

/** True for the decoded address of a file, and for that of one of its sizes. */
export const isOfFile = (address: string, path: string): boolean => filesOf([address]).includes(path)

type Text = { leadImage: { src: string } | null; body: string }

const IMAGE = /<img\b[^>]*?\ssrc="(\/[^"]+)"/g

/** The addresses by which an article shows a file or one of its sizes, just as they stand in it. */
export function shownAs({ leadImage, body }: Text, path: string): string[] {
  const inText = Array.from(body.matchAll(IMAGE), ([, src = '']) => plain(src))
  const all = new Set([...(leadImage ? [leadImage.src] : []), ...inText])
  return [...all].filter((src) => isOfFile(pathOf(src), path))
}

/** What an article, or its working copy, uses, by the file's path. */
export function usedIn({ leadImage, body }: Text): { path: string; place: 'lead' | 'text' }[] {
  const lead = leadImage ? filesOf([decodePath(leadImage.src)]) : []
  return [
    ...lead.map((path) => ({ path, place: 'lead' as const })),
    ...filesOf(pathsIn(body)).map((path) => ({ path, place: 'text' as const })),
  ]
}
