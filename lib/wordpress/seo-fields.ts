import { isWebAddress } from '@/lib/articles/web-address'
import { hostOf, linkPath } from './addresses'
import { metaValue } from './kept-meta'
import { plainLine } from './plain-line'
import { parseSerialised } from './text/serialised'
import type { WxrMeta } from './wxr-record'

/** What the placeholders of Yoast SEO and Rank Math stand for in a post. */
export type SeoFacts = {
  headline: string
  dek: string | null
  excerpt: string | null
  /** Decoded path of the post. */
  path: string
  siteName: string
  tagline: string
  base: string
  ownHosts: ReadonlySet<string>
  primaryCategory: string
  categories: readonly string[]
  tags: readonly string[]
  authors: readonly string[]
}

export type ImportedSeo = {
  seoTitle: string | null
  seoDescription: string | null
  canonicalUrl: string | null
  noIndex: boolean
  /** Placeholders that only the plugin could have filled: what has one is left out. */
  unknown: string[]
}

/** Parts a title, as each plugin's setting has it; what we put there is our own. */
const SEPARATOR = '\u0001'
/** What people wrote themselves between a title and the site's name. */
const WRITTEN_SEPARATOR = /\s+[-–—|·•:»«~]\s+/
/** Yoast's "%%title%%", Rank Math's "%title%" and "%customfield(source)%". */
const PLACEHOLDER = /%%([a-z][\w-]*)%%|%([a-z][a-z_]*)(?:\(([^()%]*)\))?%/gi

/**
 * What search engines are told of a post, as one of the two plugins kept it; of each field Yoast's counts where both say
 * something. A title comes without the site's name, which every page here adds itself, and null where it says no more
 * than the headline does; a canonical address that is the post's own is none.
 */
export function importedSeo(meta: readonly WxrMeta[], facts: SeoFacts): ImportedSeo {
  const unknown: string[] = []
  const filled = (...keys: string[]): string => {
    const template = plainLine(keys.map((key) => metaValue(meta, key)).find(Boolean) ?? '')
    const { text, missing } = fill(template, meta, facts)
    unknown.push(...missing)
    return missing.length ? '' : text
  }
  const title = withoutSiteName(filled('_yoast_wpseo_title', 'rank_math_title'), facts.siteName)
  const description = joined(filled('_yoast_wpseo_metadesc', 'rank_math_description'))
  const canonical = metaValue(meta, '_yoast_wpseo_canonical') || metaValue(meta, 'rank_math_canonical_url')
  return {
    seoTitle: title === facts.headline ? null : title || null,
    seoDescription: [facts.excerpt, facts.dek].includes(description) ? null : description || null,
    canonicalUrl: isWebAddress(canonical) && !isOwn(canonical, facts) ? canonical : null,
    noIndex: isHidden(meta),
    unknown,
  }
}

/** True where what the post says of itself depends on more than the post: the site's name, its authors' names. */
export const hasPlaceholders = (meta: readonly WxrMeta[]): boolean =>
  meta.some(({ key, value }) => SEO_TEXT.test(key) && value.includes('%'))
const SEO_TEXT = /^(?:_yoast_wpseo_(?:title|metadesc)|rank_math_(?:title|description))$/

function fill(template: string, meta: readonly WxrMeta[], facts: SeoFacts): { text: string; missing: string[] } {
  const missing: string[] = []
  const text = template.replace(PLACEHOLDER, (all, yoasts?: string, rankMaths?: string, argument = '') => {
    const name = (yoasts ?? rankMaths ?? '').toLowerCase()
    const field = name.startsWith('cf_') ? name.slice('cf_'.length) : name === 'customfield' ? argument : null
    const value = field === null ? VALUES[name]?.(facts) : plainLine(metaValue(meta, field))
    if (value !== undefined) return value
    missing.push(all)
    return ''
  })
  return { text, missing }
}

const primary = ({ primaryCategory }: SeoFacts) => primaryCategory
const nothing = () => ''

/** By the names that either plugin has for them. Dates are not here: they looked as the site's settings had them. */
const VALUES: Record<string, ((facts: SeoFacts) => string) | undefined> = {
  title: ({ headline }) => headline,
  seo_title: ({ headline }) => headline,
  sep: () => SEPARATOR,
  sitename: ({ siteName }) => siteName,
  sitedesc: ({ tagline }) => tagline,
  excerpt: ({ excerpt, dek }) => excerpt ?? dek ?? '',
  excerpt_only: ({ excerpt }) => excerpt ?? '',
  category: ({ categories }) => categories.join(', '),
  categories: ({ categories }) => categories.join(', '),
  primary_category: primary,
  primary_taxonomy_terms: primary,
  tag: ({ tags }) => tags.join(', '),
  tags: ({ tags }) => tags.join(', '),
  name: ({ authors }) => authors.join(', '),
  post_author: ({ authors }) => authors.join(', '),
  // "Page 2 of 3": said by the page itself.
  page: nothing,
  pagenumber: nothing,
  pagetotal: nothing,
}

const tidy = (part: string) => part.replace(/\s+/g, ' ').trim()
const partsOf = (text: string) => text.split(SEPARATOR).map(tidy).filter(Boolean)
const joined = (text: string) => partsOf(text).join(' – ')

/** "Tide tables – Ellerhaven Post" is "Tide tables", whoever put the name there. */
function withoutSiteName(text: string, siteName: string): string {
  const title = partsOf(text)
    .filter((part) => part !== siteName)
    .join(' – ')
  if (!siteName || !title.endsWith(siteName)) return title
  const before = title.slice(0, -siteName.length)
  const separator = before.match(new RegExp(`${WRITTEN_SEPARATOR.source}$`))
  return separator ? before.slice(0, separator.index) : title
}

function isOwn(address: string, { path, base, ownHosts }: SeoFacts): boolean {
  return ownHosts.has(hostOf(address) ?? '') && linkPath(address, base) === path
}

/** Yoast: 1 is hidden, 2 is shown, whatever its default for posts; Rank Math: a serialised list. */
function isHidden(meta: readonly WxrMeta[]): boolean {
  const yoasts = metaValue(meta, '_yoast_wpseo_meta-robots-noindex')
  if (yoasts === '1' || yoasts === '2') return yoasts === '1'
  const robots = parseSerialised(metaValue(meta, 'rank_math_robots'))
  return Array.isArray(robots) && robots.includes('noindex')
}
