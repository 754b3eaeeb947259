/** Anything that a page says in JSON-LD. */
type Json = null | boolean | number | string | Json[] | { [name: string]: Json | undefined }
type Thing = { [name: string]: Json | undefined }

/** One of its alternatives must be there. "author.name" is asked of each of several authors. */
type Field = string | string[]

/**
 * What Google requires of each type before it shows it as more than a link, and of what it only recommends that which a
 * newspaper always has. Source: developers.google.com/search/docs/appearance/structured-data
 */
const ARTICLE: Field[] = [
  'headline',
  'datePublished',
  'dateModified',
  'author.name',
  ['author.url', 'author.@type=Organization'],
  'publisher.name',
  'publisher.logo.url',
  'mainEntityOfPage',
]
const REQUIRED: Record<string, Field[]> = {
  NewsArticle: ARTICLE,
  AnalysisNewsArticle: ARTICLE,
  OpinionNewsArticle: ARTICLE,
  ReviewNewsArticle: ARTICLE,
  AdvertiserContentArticle: ARTICLE,
  SatiricalArticle: ARTICLE,
  BreadcrumbList: ['itemListElement.position', 'itemListElement.name'],
  ProfilePage: ['mainEntity.name', 'mainEntity.@type=Person'],
  NewsMediaOrganization: ['name', 'url', 'logo.url'],
  WebSite: ['name', 'url', 'potentialAction.target', 'potentialAction.query-input'],
  CollectionPage: ['name', 'url'],
  WebPage: ['name', 'url'],
}

/** The same of what stands inside of them, wherever it does. */
const WITHIN: Record<string, Field[]> = {
  Person: ['name'],
  ImageObject: ['url'],
  ListItem: ['position'],
  Comment: ['text', 'author.name', 'dateCreated'],
  CorrectionComment: ['text', 'datePublished'],
  SpeakableSpecification: [['cssSelector', 'xpath']],
}
/** A way that has one step leads nowhere: Google asks for two. */
const LEAST_CRUMBS = 2

const TIMES = ['datePublished', 'dateModified', 'dateCreated']
const ADDRESSES = ['url', 'item', 'mainEntityOfPage', 'sameAs']

/** What is wrong with the JSON-LD of a page, one sentence each. `siteUrl`: what its own addresses begin with. */
export function structuredFaults(json: string, siteUrl: string): string[] {
  const document = JSON.parse(json) as Thing
  const faults = document['@context'] === 'https://schema.org' ? [] : ['the context is not https://schema.org']
  const things = (document['@graph'] ?? []) as Thing[]
  if (!things.length) faults.push('nothing is said')
  for (const thing of things) {
    const type = String(thing['@type'])
    const fields = REQUIRED[type]
    if (!fields) faults.push(`${type} is no type that is checked`)
    faults.push(...unsaid(thing, type, fields ?? []))
    for (const [inner, one] of inside(thing)) faults.push(...unsaid(one, inner, WITHIN[inner] ?? []))
    if (type === 'BreadcrumbList') faults.push(...breadcrumbFaults(thing))
  }
  walk(document, (name, value) => {
    if (value === '') faults.push(`${name} is empty`)
    if (TIMES.includes(name) && !isTime(value)) faults.push(`${name} is no time with a zone: ${value}`)
    if (ADDRESSES.includes(name) && !/^https?:\/\/[^/]/.test(value)) faults.push(`${name} is not absolute: ${value}`)
    if (name === 'mainEntityOfPage' && !value.startsWith(siteUrl)) faults.push(`${name} is not of this site: ${value}`)
  })
  return faults
}

function unsaid(thing: Thing, type: string, fields: Field[]): string[] {
  return fields
    .map((field) => [field].flat())
    .filter((names) => !names.some((name) => isSaid(thing, name)))
    .map((names) => `${type} has no ${names.join(' or ')}`)
}

/** Every thing within a value, with its type. */
function inside(value: Json | undefined): [string, Thing][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap((inner) => {
    const type = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? inner['@type'] : undefined
    return [...(typeof type === 'string' ? [[type, inner] as [string, Thing]] : []), ...inside(inner)]
  })
}

/** Of several values each has to have it. */
function isSaid(value: Json | undefined, path: string): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every((one) => isSaid(one, path))
  const [name = '', ...rest] = path.split('.')
  const [field = '', wanted] = name.split('=')
  if (typeof value !== 'object' || value === null) return false
  const inner = value[field]
  if (wanted !== undefined) return inner === wanted
  return rest.length ? isSaid(inner, rest.join('.')) : inner !== undefined && inner !== null && inner !== ''
}

/** Positions count from 1, and all but the last lead somewhere. */
function breadcrumbFaults({ itemListElement }: Thing): string[] {
  const items = (itemListElement ?? []) as Thing[]
  const short = items.length < LEAST_CRUMBS ? [`the breadcrumb has ${items.length} items`] : []
  const wrong = items.flatMap(({ position, item }, i) => [
    ...(position === i + 1 ? [] : [`item ${i + 1} of the breadcrumb has position ${position}`]),
    ...(item === undefined && i < items.length - 1 ? [`item ${i + 1} of the breadcrumb leads nowhere`] : []),
  ])
  return [...short, ...wrong]
}

const isTime = (value: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(value)

function walk(value: Json | undefined, see: (name: string, text: string) => void, name = ''): void {
  if (typeof value === 'string') see(name, value)
  else if (Array.isArray(value)) for (const one of value) walk(one, see, name)
  else if (typeof value === 'object' && value !== null) for (const key of Object.keys(value)) walk(value[key], see, key)
}
