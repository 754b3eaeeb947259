import { createHash } from 'node:crypto'
import type { PathPattern } from '@/lib/articles/paths'
import { canonicalLocale } from '@/lib/i18n/locale'
import { decodeSlug, hostOf, lastSegment, linkPath, patternOf, withoutLastSlash, withTwin } from './addresses'
import { dateOfFeed, dayOf, parseLocalTime, utcOf } from './dates'
import { detach } from './detach'
import { PathSet } from './path-set'
import { plainLine } from './plain-line'
import { AuthorSurvey, isByline } from './survey-authors'
import { MediaSurvey } from './survey-media'
import { MenuSurvey } from './survey-menus'
import { TermSurvey } from './survey-terms'
import { ClockSamples, guessTimeZone, type ZoneGuess } from './time-zone'
import { translationGroup } from './translated'
import { field, numberField, type WxrFields, type WxrItem, type WxrRecord } from './wxr-record'

/** A page of the tree, published or not. */
export type SurveyedPage = {
  id: number
  slug: string
  parent: number
  /** Where its link says it lives; null for one that is not published, or has no address of its own. */
  path: string | null
  published: boolean
}

const KNOWN_VERSIONS = new Set(['1.0', '1.1', '1.2'])
/** A host that so many posts link to as their own is the site's, others are where "link posts" lead. */
const OWN_HOST_SHARE = 0.05
/** Reusable blocks are a few lines; what is more than this together is kept out of memory. */
const MAX_BLOCK_CHARACTERS = 16 * 1024 * 1024
/** Comment numbers beyond are none that can be counted on from. */
const HIGHEST_NUMBER = 2 ** 31 - 1_000_000

/**
 * What is known of an export before anything of it is written: everything that a post needs to know of the others, and
 * what can only be guessed from all of them together. Grows with the site's media, terms and authors, not with its
 * texts.
 */
export class Survey {
  readonly media = new MediaSurvey()
  readonly terms = new TermSurvey()
  readonly authors = new AuthorSurvey()
  readonly menus = new MenuSurvey()
  readonly pages = new Map<number, SurveyedPage>()
  /** Addresses of everything that is published there without a password. */
  readonly publishedPaths = new PathSet()
  readonly blocks = new Map<number, string>()
  /** "post publish" → 12, "post publish locked" → 1 … */
  readonly items = new Map<string, number>()
  readonly foreignHosts: string[] = []
  readonly oversized: string[] = []
  ownHosts: ReadonlySet<string> = new Set()
  zone: ZoneGuess = { zone: 'UTC', fitting: 0, pairs: 0 }
  /** Of the patterns known here the one that most published posts follow, and how many do. */
  pattern: { pattern: PathPattern; following: number; posts: number } = { pattern: '/%slug%/', following: 0, posts: 0 }
  highestComment = 0
  faults = 0
  blocksLeftOut = 0
  unknownVersion: string | null = null

  #site: Record<string, string> = {}
  readonly #hosts = new Map<string, number>()
  #linked = 0
  readonly #guidHosts = new Set<string>()
  readonly #clocks = new ClockSamples()
  readonly #patterns = new Map<PathPattern, number>()
  /** Numbers of posts by what they have in common with their translations. */
  readonly #translations = new Map<string, number[]>()
  #blockCharacters = 0

  add(record: WxrRecord): void {
    if (record.kind === 'item') this.#addItem(record.item)
    else if (record.kind === 'oversized') this.oversized.push(detach(record.title))
    else if (record.kind === 'author') this.authors.addUser(record.fields)
    else if (record.kind === 'category') this.terms.addCategory(record.fields)
    else if (record.kind === 'tag') this.terms.addTag(record.fields)
    else if (record.kind === 'term') this.#addTerm(record.fields)
    else this.#addSite(record.fields)
  }

  /** The address that the site is known by from one import to the next. */
  get key(): string {
    return this.siteOf(new Map(Object.entries(this.#site)))
  }

  /** The same, as one file of the export says it. */
  siteOf(channel: WxrFields): string {
    const address = withoutLastSlash(field(channel, 'base_blog_url') || field(channel, 'link'))
    return address || `wordpress: ${plainLine(field(channel, 'title'))}`
  }

  /** What addresses without a host are relative to. */
  get base(): string {
    return hostOf(this.key) === null ? 'http://site.invalid' : `${this.key}/`
  }

  get title(): string {
    return plainLine(this.#site.title ?? '')
  }

  get tagline(): string {
    return plainLine(this.#site.description ?? '')
  }

  get language(): string {
    return this.#site.language ?? ''
  }

  get locale(): string {
    return canonicalLocale(this.language) ?? 'en'
  }

  /** Numbers of texts that are translations of one another, the oldest first. */
  get translations(): number[][] {
    return [...this.#translations.values()]
      .filter((group) => group.length > 1)
      .map((group) => [...new Set(group)].sort((a, b) => a - b))
  }

  /** What posts without any date are as old as. */
  get exportedAt(): Date {
    return dateOfFeed(this.#site.pubDate ?? '') ?? new Date(0)
  }

  settle(): void {
    const base = hostOf(this.base)
    const share = (host: string) => (this.#hosts.get(host) ?? 0) / Math.max(1, this.#linked)
    const linked = [...this.#hosts.keys()]
    const own = [
      ...(base === null ? [] : [base]),
      ...this.#guidHosts,
      ...linked.filter((host) => share(host) >= OWN_HOST_SHARE),
    ]
    this.ownHosts = new Set([...own.flatMap(withTwin), ...own.flatMap(wordpressComFiles)])
    this.foreignHosts.push(...linked.filter((host) => !this.ownHosts.has(host)))
    this.media.settle(this.ownHosts, this.base)
    this.terms.settle()
    this.authors.settle()
    this.zone = guessTimeZone(this.#clocks.pairs, this.language)
    for (const [pattern, following] of this.#patterns) {
      if (following > this.pattern.following) this.pattern = { ...this.pattern, pattern, following }
    }
  }

  /** Where a page lives, or would: its parents' path and its slug. */
  pagePath(id: number): string {
    const parts: string[] = []
    const passed = new Set<number>()
    for (let page = this.pages.get(id); page && !passed.has(page.id); page = this.pages.get(page.parent)) {
      if (page.path !== null) return `${page.path.replace(/\/*$/, '')}/${parts.map((part) => `${part}/`).join('')}`
      passed.add(page.id)
      parts.unshift(page.slug || `page-${page.id}`)
    }
    return `/${parts.map((part) => `${part}/`).join('')}`
  }

  /** Changes when anything does that every post is imported by. */
  get digest(): string {
    const facts = [this.key, this.locale, this.zone.zone, this.pattern.pattern, [...this.ownHosts].sort()]
    return createHash('sha256').update(JSON.stringify(facts)).digest('base64url')
  }

  #addSite(fields: WxrFields): void {
    const names = ['title', 'description', 'link', 'language', 'pubDate', 'base_blog_url']
    for (const name of names) this.#site[name] ||= detach(field(fields, name))
    const version = field(fields, 'wxr_version')
    if (!KNOWN_VERSIONS.has(version)) this.unknownVersion = detach(version)
  }

  #addTerm(fields: WxrFields): void {
    const taxonomy = field(fields, 'term_taxonomy')
    if (taxonomy === 'category') this.terms.addCategory(fields)
    else if (taxonomy === 'post_tag') this.terms.addTag(fields)
    else if (taxonomy === 'nav_menu') this.menus.addMenu(fields)
  }

  #addItem(item: WxrItem): void {
    const { fields } = item
    const type = field(fields, 'post_type')
    const status = field(fields, 'status')
    const locked = field(fields, 'post_password') !== ''
    const name = detach(`${type} ${status}${locked ? ' locked' : ''}`)
    this.items.set(name, (this.items.get(name) ?? 0) + 1)
    if (type === 'attachment') this.media.add(item)
    else if (type === 'nav_menu_item') this.menus.addItem(item)
    else if (type === 'guest-author') this.authors.addGuest(item)
    else if (type === 'wp_block') this.#addBlock(fields)
    else if (type === 'post' || type === 'page') this.#addPost(item, type, status === 'publish' && !locked)
  }

  #addBlock(fields: WxrFields): void {
    const content = fields.get('content') ?? ''
    this.#blockCharacters += content.length
    if (this.#blockCharacters > MAX_BLOCK_CHARACTERS) this.blocksLeftOut++
    else this.blocks.set(numberField(fields, 'post_id'), detach(content))
  }

  #addPost(item: WxrItem, type: 'post' | 'page', published: boolean): void {
    const { fields, terms, comments } = item
    const link = field(fields, 'link')
    const path = published ? linkPath(link, this.base) : null
    const slug = decodeSlug(field(fields, 'post_name')) || (path ? lastSegment(path) : '')
    const isOwnPath = path !== null && path !== '/'
    if (isOwnPath) this.publishedPaths.add(path)
    if (type === 'page') {
      const id = numberField(fields, 'post_id')
      this.pages.set(
        id,
        detach({ id, slug, parent: numberField(fields, 'post_parent'), path: isOwnPath ? path : null, published }),
      )
    }
    this.#addHosts(link, field(fields, 'guid'))
    this.#addClock(fields)
    this.#addTranslation(item)
    if (type === 'post' && isOwnPath) this.#addPattern(path, slug, fields)
    for (const term of terms) {
      if (isByline(term)) this.authors.addByline(term)
      else this.terms.addFiling(term, published && type === 'post')
    }
    for (const comment of comments) {
      const id = numberField(comment, 'comment_id')
      if (id < HIGHEST_NUMBER) this.highestComment = Math.max(this.highestComment, id)
    }
  }

  #addTranslation(item: WxrItem): void {
    const group = translationGroup(item)
    const id = numberField(item.fields, 'post_id')
    if (group === null || id === 0) return
    const known = this.#translations.get(group)
    if (known) known.push(id)
    else this.#translations.set(detach(group), [id])
  }

  #addHosts(link: string, guid: string): void {
    const host = hostOf(link)
    if (host !== null) {
      this.#linked++
      this.#hosts.set(detach(host), (this.#hosts.get(host) ?? 0) + 1)
    }
    // The form in which WordPress itself writes them names the host of the time.
    const guidHost = /\/\?(?:p|page_id)=\d+$/.test(guid) ? hostOf(guid) : null
    if (guidHost !== null && !this.#guidHosts.has(guidHost)) this.#guidHosts.add(detach(guidHost))
  }

  #addClock(fields: WxrFields): void {
    const local = parseLocalTime(field(fields, 'post_date'))
    const utc = parseLocalTime(field(fields, 'post_date_gmt'))
    if (local && utc) this.#clocks.add({ local: utcOf(local).getTime(), utc: utcOf(utc).getTime() })
  }

  #addPattern(path: string, slug: string, fields: WxrFields): void {
    this.pattern.posts++
    const local = parseLocalTime(field(fields, 'post_date'))
    const pattern = local && patternOf(path, slug, dayOf(local))
    if (pattern) this.#patterns.set(pattern, (this.#patterns.get(pattern) ?? 0) + 1)
  }
}

/** On WordPress.com the files of a site live beside it. */
function wordpressComFiles(host: string): string[] {
  const name = /^([a-z\d-]+)\.wordpress\.com$/.exec(host)?.[1]
  return name ? [`${name}.files.wordpress.com`] : []
}
