import { writersOf } from '@/lib/articles/byline-roles'
import { authorPath, encodePath } from '@/lib/articles/paths'
import type { ArticleCard } from '@/lib/articles/view'
import { escapeHtml, escapeXml } from '@/lib/markup/escape'
import { pictureAt } from '@/lib/media/address'
import { cardSize } from './size'

/** An article for others to show (oembed.com, 2.3.4.4), in the order in which it is written. */
export type Oembed = Record<string, string | number>

type Site = { name: string; url: string }

export function oembed(site: Site, article: ArticleCard, room: Parameters<typeof cardSize>[0]): Oembed {
  const { width, height } = cardSize(room, article.image !== null)
  const [author] = writersOf(article.byline)
  const { override } = article.byline
  return {
    version: '1.0',
    type: 'rich',
    provider_name: site.name,
    provider_url: `${site.url}/`,
    ...(override ? { author_name: override } : author && named(site, author)),
    title: article.headline,
    width,
    height,
    html: frame(site, article, width, height),
    ...thumbnail(site, article.image),
    cache_age: 3600,
  }
}

const named = ({ url }: Site, { name, slug }: { name: string; slug: string }) => ({
  author_name: name,
  author_url: url + authorPath(slug),
})

/** Nothing runs in it; a link in it opens where a click of its reader says. */
const SANDBOX = 'allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation'

function frame({ name, url }: Site, { path, headline }: ArticleCard, width: number, height: number): string {
  const attributes = {
    src: url + embedPath(encodePath(path)),
    width: String(width),
    height: String(height),
    title: `${headline} – ${name}`,
    sandbox: SANDBOX,
    loading: 'lazy',
    style: 'border:0;max-width:100%',
  }
  const said = Object.entries(attributes).map(([attribute, value]) => `${attribute}="${escapeHtml(value)}"`)
  return `<iframe ${said.join(' ')}></iframe>`
}

/** All three or none: a picture without its size is none there. */
function thumbnail({ url }: Site, image: ArticleCard['image']) {
  const size = image && (image.width && image.height ? image : pictureAt(image.src))
  if (!image || !size?.width || !size.height) return {}
  return {
    thumbnail_url: url + encodePath(image.src),
    thumbnail_width: size.width,
    thumbnail_height: size.height,
  }
}

export function oembedXml(answer: Oembed): string {
  const elements = Object.entries(answer).map(([name, value]) => `<${name}>${escapeXml(String(value))}</${name}>`)
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${elements.join('')}</oembed>\n`
}

/** Of the card of the article at an encoded path. */
export const embedPath = (path: string): string => `${path.replace(/\/*$/, '/')}embed/`

/** What a decoded path is the card of; null for what is no card's. */
export function partEmbedAddress(path: string): string | null {
  return /^(.*[^/]\/)embed\/*$/i.exec(path)?.[1] ?? null
}

/** Where others ask for an article's card. */
export const oembedPath = (articleUrl: string, format: 'json' | 'xml'): string =>
  `/oembed/?url=${encodeURIComponent(articleUrl)}${format === 'xml' ? '&format=xml' : ''}`
