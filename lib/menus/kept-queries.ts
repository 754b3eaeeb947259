import { decodePath, encodePath } from '@/lib/articles/paths'
import type { Database } from '@/lib/db'
import { getSiteFacts } from '@/lib/site/facts'
import { hostOf, withTwin } from '@/lib/wordpress/addresses'
import { branchesOf, KEPT_MENUS_KEY, type KeptItem, readKeptMenus } from './kept-menus'
import { menuAddress } from './menu-address'
import type { NewItem } from './mutations'

type NewBranch = NewItem & { below: NewItem[] }

/** A menu that an import kept, as one of ours: what came with it leads to what it became here. Null: there is no such menu. */
export async function readKeptMenu(
  db: Database,
  site: string,
  slug: string,
): Promise<{ items: NewBranch[]; left: number } | null> {
  const row = await db.setting.findUnique({ where: { key: KEPT_MENUS_KEY } })
  const kept = readKeptMenus(row?.value).find((menu) => menu.site === site && menu.slug === slug)
  if (!kept) return null
  const made = await readerOf(db, site, kept.items)
  const items = branchesOf(kept.items).flatMap(({ item, below }): NewBranch[] => {
    const top = made(item)
    const leaves = below.flatMap((one) => made(one) ?? [])
    if (top) return [{ ...top, below: leaves }]
    return leaves.map((leaf) => ({ ...leaf, below: [] }))
  })
  const count = items.reduce((sum, { below }) => sum + 1 + below.length, 0)
  return { items, left: kept.items.length - count }
}

async function readerOf(db: Database, site: string, items: readonly KeptItem[]) {
  const { categories, numbers, site: own } = await getSiteFacts(db)
  const ids = (type: string, object?: string) =>
    items.flatMap((item) => (item.type === type && (!object || item.object === object) ? [item.objectId] : []))
  const articles = await db.article.findMany({
    where: { sourceSite: site, sourceId: { in: ids('post_type') } },
    select: { id: true, kind: true, sourceId: true, headline: true },
  })
  const tags = await db.tag.findMany({
    where: { wordpressId: { in: ids('taxonomy', 'post_tag') } },
    select: { id: true, wordpressId: true, name: true },
  })
  const hosts = withTwin(hostOf(site) ?? '')
  const item = (kind: NewItem['kind'], targetId: number | null, address: string, title: string, name = ''): NewItem => {
    const label = title.slice(0, 120).toWellFormed()
    return { kind, targetId, address, labels: label && label !== name ? { [own.locale]: label } : {} }
  }
  const ofTaxonomy = ({ object, objectId, title, url }: KeptItem): NewItem | null => {
    const tag = object === 'post_tag' && tags.find(({ wordpressId }) => wordpressId === objectId)
    if (tag) return item('tag', tag.id, '', title, tag.name)
    if (object !== 'category') return null
    const [id] = [...numbers.categories].find(([, number]) => number === objectId) ?? []
    const found =
      id === undefined ? categories.find(pathOf(url).split('/').filter(Boolean).slice(1).join('/')) : categories.get(id)
    return found ? item('category', found.id, '', title, found.name) : null
  }
  return (kept: KeptItem): NewItem | null => {
    const { type, title, url } = kept
    if (type === 'taxonomy') return ofTaxonomy(kept)
    if (type === 'post_type') {
      const article = articles.find(({ sourceId }) => sourceId === kept.objectId)
      return article
        ? item(article.kind === 'PAGE' ? 'page' : 'article', article.id, '', title, article.headline)
        : null
    }
    if (!title) return null
    if (url === '' || url.startsWith('#')) return item('heading', null, '', title)
    const host = hostOf(url, site)
    if (host === null || !/^https?:/i.test(new URL(url, site).protocol)) return null
    const address = menuAddress(hosts.includes(host) ? encodePath(pathOf(url)) : new URL(url, site).href)
    return address === null ? null : item('address', null, address, title)
  }
}

/** Decoded; what stands behind it is left. */
function pathOf(url: string): string {
  return URL.canParse(url, 'http://site.example/') ? decodePath(new URL(url, 'http://site.example/').pathname) : '/'
}
