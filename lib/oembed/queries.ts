import { findMeant } from '@/lib/articles/address-queries'
import { listCards } from '@/lib/articles/card-queries'
import { decodePath } from '@/lib/articles/paths'
import type { ArticleCard } from '@/lib/articles/view'
import type { FileStart } from '@/lib/site/page-frame'
import { partEmbedAddress } from './oembed'

/** The public article at an address of this site, of its card or of what it was before; null for every other. Five queries at most. */
export async function findEmbeddable(start: FileStart, address: string): Promise<ArticleCard | null> {
  const { siteUrl } = start
  if (!URL.canParse(address)) return null
  const { host, pathname, protocol } = new URL(address)
  if (!/^https?:$/.test(protocol) || host !== new URL(siteUrl).host) return null
  const path = decodePath(pathname)
  return findCard(start, partEmbedAddress(path) ?? path)
}

export async function findCard(
  { db, facts, now }: Omit<FileStart, 'siteUrl'>,
  path: string,
): Promise<ArticleCard | null> {
  const meant = await findMeant(db, path)
  const [card = null] = meant ? await listCards(db, [meant.id], facts, now) : []
  return card
}
