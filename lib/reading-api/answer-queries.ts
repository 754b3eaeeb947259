import type { z } from 'zod'
import { parseRowId } from '@/lib/comments/row-id'
import type { FileStart } from '@/lib/site/page-frame'
import { type Refusal, refuse } from '@/lib/wordpress/rest/refusal'
import { type ArticlesAsked, listPlaces, readArticles } from './article-queries'
import { findComment, listComments } from './comment-queries'
import { cursorOf, type Part, readCursor } from './cursor'
import { openApi } from './openapi'
import { ITEM_PARAMETERS, type Kind, LIST_PARAMETERS } from './parameters'
import { ITEMS } from './schemas'
import { describeTerms, findCounted, listCounted } from './term-queries'

export type Answer = { status: number; body: unknown }
type Item = { id: number }
type Listed = { items: Item[]; cursor: string | null }

export const API = '/api/v1'

/** What is answered below /api/v1/. `path` is decoded. */
export async function v1Answer(start: FileStart, path: string, query: URLSearchParams): Promise<Answer> {
  const [kind = '', id, ...more] = path.slice(API.length).split('/').filter(Boolean)
  if (!kind) return { status: 200, body: contents(start) }
  if (kind === 'openapi.json' && id === undefined)
    return { status: 200, body: openApi(start.facts.site.name, start.siteUrl) }
  if (!isKind(kind) || more.length) return missing()
  return id === undefined ? list(start, kind, query) : item(start, kind, id, query)
}

const isKind = (name: string): name is Kind => Object.hasOwn(LIST_PARAMETERS, name)
const missing = (): Refusal => refuse(404, 'not_found', 'There is nothing at this address.')

function contents({ facts, siteUrl }: FileStart): unknown {
  const links = Object.keys(LIST_PARAMETERS).map((kind) => [kind, `${siteUrl}${API}/${kind}`])
  return {
    name: facts.site.name,
    url: `${siteUrl}/`,
    ...Object.fromEntries(links),
    openapi: `${siteUrl}${API}/openapi.json`,
  }
}

async function list(start: FileStart, kind: Kind, query: URLSearchParams): Promise<Answer> {
  const asked = read(LIST_PARAMETERS[kind], query)
  if ('body' in asked) return asked
  const fields = readFields(kind, asked.value.fields)
  if ('body' in fields) return fields
  const after = readAfter(kind, asked.value.cursor)
  if (after && 'body' in after) return after
  const { items, cursor } = await listItems(start, kind, asked.value, after, fields.names)
  return {
    status: 200,
    body: { items: items.map((one) => only(one, fields.names)), next: cursor && nextUrl(start, kind, query, cursor) },
  }
}

function nextUrl({ siteUrl }: FileStart, kind: Kind, query: URLSearchParams, cursor: string): string {
  const next = new URLSearchParams(query)
  next.set('cursor', cursor)
  return `${siteUrl}${API}/${kind}?${next}`
}

/** What a place in each list is made of. */
const PLACES: Record<Kind, Part[]> = {
  articles: ['column', 'moment', 'column'],
  comments: ['moment', 'column'],
  authors: ['column'],
  categories: ['column'],
  tags: ['column'],
}

function readAfter(kind: Kind, cursor: string | undefined): number[] | null | Refusal {
  if (cursor === undefined) return null
  return readCursor(cursor, PLACES[kind]) ?? invalid({ cursor: 'is none of this list' })
}

type Asked = ArticlesAsked & { limit: number; article?: number | undefined }

async function listItems(
  start: FileStart,
  kind: Kind,
  asked: Asked,
  after: number[] | null,
  fields: ReadonlySet<string> | null,
): Promise<Listed> {
  const { db, siteUrl } = start
  const { limit } = asked
  const [one = 0, two = 0, three = 0] = after ?? []
  // One more says whether there is a page after it.
  const take = limit + 1
  const ended = <Place>(places: Place[], cursor: (last: Place) => string) => {
    const last = places[limit - 1]
    return { shown: places.slice(0, limit), cursor: places.length > limit && last ? cursor(last) : null }
  }
  if (kind === 'articles') {
    const places = await listPlaces(db, asked, after && { day: one, at: new Date(two), id: three }, take)
    const { shown, cursor } = ended(places, ({ day, at, id }) => cursorOf(day, at.getTime(), id))
    const ids = shown.map(({ id }) => id)
    return { items: await readArticles(start, ids, fields?.has('bodyHtml') ?? false), cursor }
  }
  if (kind === 'comments') {
    const comments = await listComments(db, asked.article, after && { at: new Date(one), id: two }, take, siteUrl)
    const { shown, cursor } = ended(comments, ({ createdAt, id }) => cursorOf(Date.parse(createdAt), id))
    return { items: shown, cursor }
  }
  const { shown, cursor } = ended(await listCounted(db, kind, after && one, take), ({ id }) => cursorOf(id))
  return { items: await describeTerms(start, kind, shown), cursor }
}

async function item(start: FileStart, kind: Kind, text: string, query: URLSearchParams): Promise<Answer> {
  const asked = read(ITEM_PARAMETERS, query)
  if ('body' in asked) return asked
  const fields = readFields(kind, asked.value.fields)
  if ('body' in fields) return fields
  const id = parseRowId(text)
  const [found] = id === null ? [] : await findItem(start, kind, id)
  return found ? { status: 200, body: only(found, fields.names) } : missing()
}

async function findItem(start: FileStart, kind: Kind, id: number): Promise<Item[]> {
  if (kind === 'articles') return readArticles(start, [id], true)
  if (kind === 'comments') return findComment(start.db, id, start.siteUrl)
  return describeTerms(start, kind, await findCounted(start.db, kind, id))
}

function read<Schema extends z.ZodType>(schema: Schema, query: URLSearchParams): { value: z.infer<Schema> } | Refusal {
  const parsed = schema.safeParse(Object.fromEntries(query))
  if (parsed.success) return { value: parsed.data }
  return invalid(Object.fromEntries(parsed.error.issues.map(({ path, message }) => [path.join('.'), message])))
}

const invalid = (parameters: Record<string, string>): Refusal =>
  refuse(400, 'invalid_parameters', `This cannot be read: ${Object.keys(parameters).join(', ')}.`, { parameters })

function readFields(kind: Kind, said: string | undefined): { names: ReadonlySet<string> | null } | Refusal {
  if (said === undefined) return { names: null }
  const names = said.split(',').map((name) => name.trim())
  const unknown = names.filter((name) => !Object.hasOwn(ITEMS[kind].shape, name))
  return unknown.length ? invalid({ fields: `has no ${unknown.join(', ')}` }) : { names: new Set(names) }
}

function only(one: Item, names: ReadonlySet<string> | null): object {
  return names ? Object.fromEntries(Object.entries(one).filter(([name]) => names.has(name))) : one
}
