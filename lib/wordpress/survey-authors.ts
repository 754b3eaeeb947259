import { decodeSegment } from '@/lib/articles/paths'
import { decodeSlug } from './addresses'
import { detach } from './detach'
import { metaValue } from './kept-meta'
import { plainLine } from './plain-line'
import { wordpressSlug } from './text/slug'
import { field, numberField, type WxrFields, type WxrItem, type WxrTerm } from './wxr-record'

export type SurveyedAuthor = {
  /** What it is known by from one import to the next: the login; "guest:" and "term:" are people without one. */
  sourceName: string
  slug: string
  name: string
  bio: string
}

/** The authors of an export: its users, the guest authors of Co-Authors Plus, and who is named by bylines alone. */
export class AuthorSurvey {
  readonly #authors = new Map<string, SurveyedAuthor>()
  /** How bylines name them: slugs of the taxonomy "author", with and without Co-Authors Plus's "cap-". */
  readonly #bySlug = new Map<string, string>()
  readonly #bylines = new Map<string, string>()
  /** Of guest authors that are a user's profile. */
  readonly #linked = new Map<string, string>()
  readonly guessed: string[] = []
  /** By WordPress's number of a user: what they are known by. */
  readonly numbered = new Map<number, string>()

  addUser(fields: WxrFields): void {
    const login = field(fields, 'author_login')
    if (login === '' || this.#authors.has(login)) return
    this.numbered.set(numberField(fields, 'author_id'), detach(login))
    const full = `${field(fields, 'author_first_name')} ${field(fields, 'author_last_name')}`.trim()
    const name = plainLine(field(fields, 'author_display_name') || full) || login
    this.#add({ sourceName: login, slug: slugOf(login), name, bio: '' })
  }

  /** A post of the type "guest-author". */
  addGuest({ fields, meta }: WxrItem): void {
    const postName = decodeSlug(field(fields, 'post_name')).replace(/^cap-/, '')
    const login = metaValue(meta, 'cap-user_login') || postName
    if (login === '') return
    const linked = metaValue(meta, 'cap-linked_account')
    for (const slug of [postName, slugOf(login)]) if (linked && slug) this.#linked.set(slug, linked)
    if (linked) return
    const name = plainLine(metaValue(meta, 'cap-display_name') || field(fields, 'title')) || login
    const bio = plainLine(metaValue(meta, 'cap-description'))
    this.#add({ sourceName: `guest:${login}`, slug: slugOf(login), name, bio })
    if (postName) this.#bySlug.set(postName, `guest:${login}`)
  }

  addByline(term: WxrTerm): void {
    const slug = bylineSlug(term)
    if (slug && !this.#bylines.has(slug)) this.#bylines.set(slug, detach(plainLine(term.name) || slug))
  }

  /** Said once all is read: whoever is named by bylines and is nobody known becomes an author of that name. */
  settle(): void {
    for (const [slug, name] of this.#bylines) {
      if (this.#sourceNameOf(slug) !== undefined) continue
      this.guessed.push(name)
      this.#add({ sourceName: `term:${slug}`, slug, name, bio: '' })
    }
  }

  get all(): Iterable<SurveyedAuthor> {
    return this.#authors.values()
  }

  get size(): number {
    return this.#authors.size
  }

  /** What they are called. */
  namesOf(item: WxrItem): string[] {
    return this.bylineOf(item).flatMap((sourceName) => this.#authors.get(sourceName)?.name ?? [])
  }

  /** Who wrote a post, in order: its byline where there is one, else its creator; empty where that is nobody known. */
  bylineOf({ fields, terms }: WxrItem): string[] {
    const named = terms.filter(isByline).flatMap((term) => this.#sourceNameOf(bylineSlug(term)) ?? [])
    const creator = field(fields, 'creator')
    return named.length ? [...new Set(named)] : this.#authors.has(creator) ? [creator] : []
  }

  #sourceNameOf(slug: string): string | undefined {
    const linked = this.#linked.get(slug)
    return linked !== undefined && this.#authors.has(linked) ? linked : this.#bySlug.get(slug)
  }

  #add(author: SurveyedAuthor): void {
    if (this.#authors.has(author.sourceName)) return
    this.#authors.set(author.sourceName, detach(author))
    if (!this.#bySlug.has(author.slug)) this.#bySlug.set(author.slug, author.sourceName)
  }
}

export const isByline = ({ domain }: WxrTerm): boolean => domain === 'author'

const bylineSlug = ({ slug }: WxrTerm) => decodeSlug(slug).replace(/^cap-/, '')

/** WordPress's "nicename", which exports do not have: it is made of the login. */
const slugOf = (login: string) => decodeSegment(wordpressSlug(login)) || 'author'
