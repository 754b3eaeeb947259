import { decodeSlug } from './addresses'
import { detach } from './detach'
import { plainLine } from './plain-line'
import { field, numberField, type WxrFields, type WxrTerm } from './wxr-record'

export type SurveyedCategory = {
  slug: string
  /** Slugs from the root. */
  path: string
  name: string
  description: string
  /** Published posts filed here or below. */
  posts: number
}

export type SurveyedTag = { slug: string; name: string; description: string }

type Entry = { slug: string; name: string; description: string; parent: string; posts: number; declared: boolean }

/** Deeper trees are loops or jokes. */
const MAX_DEPTH = 20

/** Categories and tags of an export: those it lists, and those that only its posts name. */
export class TermSurvey {
  readonly #categories = new Map<string, Entry>()
  readonly #tags = new Map<string, SurveyedTag>()
  readonly #paths = new Map<string, string>()
  /** By WordPress's number of a category, which other fields name it by. */
  readonly #slugs = new Map<number, string>()
  /** The same of tags. */
  readonly #tagNumbers = new Map<number, string>()
  /** Slugs of categories whose parent is not there, or is below them. */
  readonly cut: string[] = []

  addCategory(fields: WxrFields): void {
    const slug = decodeSlug(field(fields, 'category_nicename') || field(fields, 'term_slug'))
    if (slug === '') return
    const known = this.#categories.get(slug)
    this.#slugs.set(numberField(fields, 'term_id'), detach(slug))
    // Later versions list every category a second time, among the terms.
    if (known?.declared) return
    this.#categories.set(
      slug,
      detach({
        slug,
        name: plainLine(field(fields, 'cat_name') || field(fields, 'term_name')) || slug,
        description: plainLine(field(fields, 'category_description') || field(fields, 'term_description')),
        parent: decodeSlug(field(fields, 'category_parent') || field(fields, 'term_parent')),
        posts: known?.posts ?? 0,
        declared: true,
      }),
    )
  }

  addTag(fields: WxrFields): void {
    const slug = decodeSlug(field(fields, 'tag_slug') || field(fields, 'term_slug'))
    const name = plainLine(field(fields, 'tag_name') || field(fields, 'term_name'))
    const description = plainLine(field(fields, 'tag_description') || field(fields, 'term_description'))
    if (slug === '') return
    this.#tags.set(slug, detach({ slug, name: name || slug, description }))
    this.#tagNumbers.set(numberField(fields, 'term_id'), detach(slug))
  }

  /** What a post is filed under. */
  addFiling(term: WxrTerm, published: boolean): void {
    const slug = decodeSlug(term.slug)
    if (slug === '') return
    if (isTag(term) && !this.#tags.has(slug)) {
      this.#tags.set(slug, detach({ slug, name: plainLine(term.name) || slug, description: '' }))
    }
    if (!isCategory(term)) return
    const known = this.#categories.get(slug)
    if (known) known.posts += published ? 1 : 0
    else {
      const name = plainLine(term.name) || slug
      const entry = { slug, name, description: '', parent: '', posts: published ? 1 : 0, declared: false }
      this.#categories.set(slug, detach(entry))
    }
  }

  /** Said once all is read: parents may stand behind their children. */
  settle(): void {
    for (const { slug } of this.#categories.values()) this.#paths.set(slug, this.#pathOf(slug))
  }

  #pathOf(slug: string): string {
    const chain = [slug]
    for (let parent = this.#categories.get(slug)?.parent; parent; parent = this.#categories.get(parent)?.parent) {
      if (!this.#categories.has(parent) || chain.includes(parent) || chain.length === MAX_DEPTH) {
        this.cut.push(slug)
        break
      }
      chain.unshift(parent)
    }
    return chain.join('/')
  }

  /** By the slug that posts name it by. */
  categoryPath(slug: string): string | undefined {
    return this.#paths.get(slug)
  }

  /** By WordPress's number of it. */
  categorySlug(termId: number): string | undefined {
    return this.#slugs.get(termId)
  }

  /** Numbers and paths of categories. */
  get numbered(): [number: number, path: string][] {
    return [...this.#slugs].flatMap(([number, slug]): [number, string][] => {
      const path = this.#paths.get(slug)
      return path === undefined || number === 0 ? [] : [[number, path]]
    })
  }

  /** Numbers and slugs of tags. */
  get numberedTags(): Iterable<[number: number, slug: string]> {
    return this.#tagNumbers
  }

  /** Parents before their children; of one parent those with more published posts first. */
  get categories(): SurveyedCategory[] {
    const posts = new Map<string, number>()
    for (const [slug, path] of this.#paths) {
      const own = this.#categories.get(slug)?.posts ?? 0
      const parts = path.split('/')
      for (let depth = 1; depth <= parts.length; depth++) {
        const above = parts.slice(0, depth).join('/')
        posts.set(above, (posts.get(above) ?? 0) + own)
      }
    }
    return [...this.#paths]
      .flatMap(([slug, path]) => {
        const entry = this.#categories.get(slug)
        return entry
          ? [{ slug, path, name: entry.name, description: entry.description, posts: posts.get(path) ?? 0 }]
          : []
      })
      .sort((a, b) => depthOf(a) - depthOf(b) || b.posts - a.posts || (a.path < b.path ? -1 : 1))
  }

  get tags(): Iterable<SurveyedTag> {
    return this.#tags.values()
  }

  get tagCount(): number {
    return this.#tags.size
  }
}

const depthOf = ({ path }: { path: string }) => path.split('/').length

export const isCategory = ({ domain }: WxrTerm): boolean => domain === 'category'
/** "tag" in the exports of WordPress 2. */
export const isTag = ({ domain }: WxrTerm): boolean => domain === 'post_tag' || domain === 'tag'
