import { decodePath } from '@/lib/articles/paths'
import { sizedOf } from './sizes'

/** In canonical HTML attributes stand in double quotes, and no other way of showing or linking a file is left in it. */
const ADDRESS = /(?:src|href)="(\/(?:media|wp-content\/uploads)\/[^"]+)"/g
const ENTITIES: Record<string, string> = { '&amp;': '&', '&#x26;': '&', '&#38;': '&', '&quot;': '"', '&#x22;': '"' }

/** The files of this site that a text shows or leads to. */
export function pathsIn(html: string): string[] {
  if (!html.includes('/media/') && !html.includes('/wp-content/')) return []
  const found = Array.from(html.matchAll(ADDRESS), ([, path = '']) =>
    path.replace(/&(?:amp|quot|#x26|#38|#x22);/g, (entity) => ENTITIES[entity] ?? entity).replace(/[?#].*$/, ''),
  )
  return [...new Set(found.map(decodePath))]
}

/** A file under its own name, and where that asks for a size of another, under that one's. */
export const filesOf = (paths: readonly string[]): string[] => [
  ...new Set(paths.flatMap((path) => [path, ...(sizedOf(path)?.originals ?? [])])),
]

/** True for the decoded address of a file, and for that of one of its sizes. */
export const isOfFile = (address: string, path: string): boolean => filesOf([address]).includes(path)

type Text = { leadImage: { src: string } | null; body: string }

/** What an article, or its working copy, uses, by the file's path. */
export function usedIn({ leadImage, body }: Text): { path: string; place: 'lead' | 'text' }[] {
  const lead = leadImage ? filesOf([decodePath(leadImage.src)]) : []
  return [
    ...lead.map((path) => ({ path, place: 'lead' as const })),
    ...filesOf(pathsIn(body)).map((path) => ({ path, place: 'text' as const })),
  ]
}
