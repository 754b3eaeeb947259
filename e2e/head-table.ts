import { dayPath, reportPath } from './templates'

/** A page of the site and what its head is to say. */
export type HeadRow = {
  name: string
  path: string
  status?: number
  locale?: string
  /** Encoded path of its one address where that is not its own; null: it has none. */
  canonical?: string | null
  /** False: search engines are asked to leave it out. */
  indexed?: boolean
  previous?: string
  next?: string
  /** How many pages it has depends on the day. */
  mayGoOn?: boolean
  /** Of everything that it says to machines, the types of the outermost. */
  types?: readonly string[]
  og?: 'article' | 'website' | 'profile'
  /** Feeds beside the site's own. */
  feeds?: number
}

const ARTICLE = { types: ['NewsArticle', 'BreadcrumbList', 'WebSite'], og: 'article', feeds: 1 } as const
/** The boat's. */
const ANALYSIS = { ...ARTICLE, types: ['AnalysisNewsArticle', 'BreadcrumbList', 'WebSite'] } as const
const LIST = { types: ['CollectionPage', 'BreadcrumbList', 'WebSite'], og: 'website', feeds: 1 } as const
const PROFILE = { types: ['ProfilePage', 'BreadcrumbList', 'WebSite'], og: 'profile', feeds: 1 } as const
const STANDING = { types: ['WebPage', 'BreadcrumbList', 'WebSite'], og: 'website' } as const
const BOAT = '/the-last-boat/'
const CANNERY = '/inside-the-cannery/'
/** No address to keep. */
const NOWHERE = { canonical: null, indexed: false } as const

/** Of an article that was withdrawn. */
export const TAKEN_DOWN = '/taken-down-for-its-head/'

/** Every kind of page, in each language and with each thing that an address can ask for. */
export const headTable = (): HeadRow[] => [
  { name: 'front', path: '/', types: ['NewsMediaOrganization', 'WebSite'], og: 'website', feeds: 1 },
  {
    name: 'front, page 2',
    path: '/page/2/',
    canonical: '/all/page/2/',
    ...LIST,
    previous: '/',
    next: '/page/3/',
    feeds: 0,
  },
  { name: 'article', path: BOAT, ...ANALYSIS },
  {
    name: 'article, asked for with words of others',
    path: `${BOAT}?utm_source=x&fbclid=y`,
    canonical: BOAT,
    ...ANALYSIS,
  },
  { name: 'article, to be answered', path: `${BOAT}?replytocom=1`, canonical: BOAT, indexed: false, ...ANALYSIS },
  { name: 'article, with a held comment', path: `${BOAT}?unapproved=1`, canonical: BOAT, indexed: false, ...ANALYSIS },
  { name: 'article in two pages', path: CANNERY, ...ARTICLE, next: `${CANNERY}2/` },
  { name: 'article, page 2', path: `${CANNERY}2/`, ...ARTICLE, previous: CANNERY },
  { name: 'article in Arabic', path: encodeURI('/عبارة-منتصف-الليل/'), locale: 'ar', ...ARTICLE },
  { name: 'article in Persian', path: encodeURI('/کتابی-که-پنجاه‌ودو-سال-دیر-برگشت/'), locale: 'fa', ...ARTICLE },
  { name: 'standing page', path: '/about/', ...STANDING },
  {
    name: 'standing page, to be answered',
    path: '/about/?replytocom=1',
    canonical: '/about/',
    indexed: false,
    ...STANDING,
  },
  { name: 'category', path: '/category/harbour/', ...LIST },
  { name: 'nested category', path: '/category/harbour/ferries/', ...LIST },
  { name: 'category in Arabic', path: '/category/ar/', locale: 'ar', ...LIST },
  { name: 'category in Persian', path: '/category/fa/', locale: 'fa', ...LIST },
  { name: 'tag', path: '/tag/ferries/', ...LIST },
  { name: 'author', path: '/author/maren-oldacre/', ...PROFILE },
  { name: 'author in Persian', path: '/author/mahtab-raushan/', locale: 'fa', ...PROFILE },
  { name: 'all', path: '/all/', ...LIST, next: '/all/page/2/' },
  { name: 'all, page 2', path: '/all/page/2/', ...LIST, previous: '/all/', next: '/all/page/3/' },
  { name: 'year', path: dayPath(4), ...LIST, mayGoOn: true },
  { name: 'month', path: dayPath(6), ...LIST, mayGoOn: true },
  { name: 'day', path: dayPath(8), ...LIST, mayGoOn: true },
  { name: 'corrections', path: '/corrections/', ...LIST },
  { name: 'report of an error', path: reportPath(BOAT), canonical: null, indexed: false },
  { name: 'search', path: '/search/?q=ferry', indexed: false, og: 'website', feeds: 1 },
  { name: 'search without results', path: '/search/?q=xylophonist', indexed: false, og: 'website', feeds: 1 },
  { name: 'the form to search', path: '/search/', indexed: false, og: 'website' },
  { name: '404', path: '/no-such-thing/', status: 404, ...NOWHERE },
  { name: '410', path: TAKEN_DOWN, status: 410, ...NOWHERE },
  { name: 'a preview whose link has ended', path: '/preview/1.x.y/', status: 404, ...NOWHERE },
]
