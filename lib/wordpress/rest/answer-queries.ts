import { pageCount } from '@/lib/archives/paging'
import { parseRowId } from '@/lib/comments/row-id'
import type { FileStart } from '@/lib/site/page-frame'
import { listComments, readComment } from './comment-queries'
import { embedPosts } from './embed-queries'
import { embedded } from './embedded'
import { pick, readEmbeds, readFields } from './fields'
import { KINDS } from './kinds'
import { pageLinks } from './links'
import { listMedia, readMedia } from './media-queries'
import { ownArticles } from './number-queries'
import { Asked, readParameters, refuseContext, refuseUnanswered } from './parameters'
import { choosePosts } from './post-list-queries'
import { type Post, readPosts } from './post-queries'
import { noRoute, type Refusal, refuse, refuseParameters } from './refusal'
import { searchPosts } from './search-queries'
import { namespaceIndex, siteIndex } from './site-index'
import { type ListName, SPECS, UNANSWERED } from './specs'
import { listCategories, listTags, listUsers, readTerm } from './term-list-queries'
import type { Term } from './term-queries'

export type RestAnswer = { status: number; body: unknown; headers?: Record<string, string> }
type Shape = Record<string, unknown>
type Listed = { page: Shape[]; total: number }

/** What WordPress would answer at "/wp-json/…" to somebody who is not signed in. `path` is decoded. */
export async function restAnswer(start: FileStart, path: string, query: URLSearchParams): Promise<RestAnswer> {
  const { facts, siteUrl, now } = start
  const segments = path.split('/').filter(Boolean).slice(1)
  const [space = '', version = '', name = '', id, ...more] = segments
  if (!space) return { status: 200, body: siteIndex(facts.site, siteUrl, now) }
  if (segments.length === 2) {
    const body = namespaceIndex(`${space}/${version}`, siteUrl)
    return body ? { status: 200, body } : noRoute()
  }
  if (space !== 'wp' || version !== 'v2' || more.length) return noRoute()
  if (query.get('context') === 'edit') return refuseContext()
  const kinds = KINDS[name]
  if (kinds) {
    const all = kinds.of(siteUrl)
    if (id === undefined) return { status: 200, body: all }
    const one = all[id]
    return one ? { status: 200, body: pick(one, readFields(query)) } : refuse(404, kinds.code, kinds.message)
  }
  if (!isList(name)) return noRoute()
  return id === undefined ? list(start, name, path, query) : item(start, name, id, query)
}

const isList = (name: string): name is ListName => Object.hasOwn(SPECS, name)

async function list(start: FileStart, name: ListName, path: string, query: URLSearchParams): Promise<RestAnswer> {
  const refused = refuseUnanswered(UNANSWERED[name] ?? [], query) ?? refuseStatus(query)
  if (refused) return refused
  const asked = readParameters(SPECS[name], query, start.facts.site.timeZone)
  if (!(asked instanceof Asked)) return asked
  const listed = await read(start, name, asked, query)
  if ('body' in listed) return listed
  const { page, total } = listed
  const number = asked.integer('page') ?? 1
  const pages = total === 0 ? 0 : pageCount(total, asked.integer('per_page') ?? 10)
  if ((name === 'posts' || name === 'pages' || name === 'media') && !asked.has('offset') && number > pages && total > 0)
    return refuse(
      400,
      'rest_post_invalid_page_number',
      'The page number requested is larger than the number of pages available.',
    )
  const links = pageLinks(start.siteUrl, path, query, number, pages)
  const fields = readFields(query)
  return {
    status: 200,
    body: page.map((shape) => pick(shape, withEmbedded(fields, shape))),
    headers: { 'x-wp-total': String(total), 'x-wp-totalpages': String(pages), ...(links && { link: links }) },
  }
}

/** What is drawn out of links is there whatever fields are asked for, as in WordPress. */
const withEmbedded = (fields: ReadonlySet<string> | null, shape: Shape) =>
  fields && '_embedded' in shape ? new Set([...fields, '_embedded']) : fields

/** Nothing but what is published can be asked for. */
function refuseStatus(query: URLSearchParams): Refusal | null {
  const status = query.get('status')
  if (status === null || status === 'publish' || status === 'approve') return null
  const fault = { code: 'rest_forbidden_status', message: 'Status is forbidden.', data: { status: 401 } }
  return refuseParameters({ status: fault })
}

async function read(start: FileStart, name: ListName, asked: Asked, query: URLSearchParams): Promise<Listed | Refusal> {
  switch (name) {
    case 'posts':
    case 'pages': {
      const chosen = await choosePosts(start, name === 'pages' ? 'PAGE' : 'ARTICLE', asked)
      if ('body' in chosen) return chosen
      return { page: await posts(start, chosen.ids, query), total: chosen.total }
    }
    case 'media':
      return listMedia(start, asked)
    case 'comments': {
      const { page, total } = await listComments(start, asked)
      return { page: page.map(({ shape }) => shape), total }
    }
    case 'search':
      return searchPosts(start, asked)
    case 'categories':
      return terms(await listCategories(start, asked))
    case 'tags':
      return terms(await listTags(start, asked))
    case 'users':
      return terms(await listUsers(start, asked))
  }
}

const terms = ({ page, total }: { page: Term[]; total: number }): Listed => ({
  page: page.map(({ shape }) => shape()),
  total,
})

async function posts(start: FileStart, ids: number[], query: URLSearchParams): Promise<Shape[]> {
  const found = await readPosts(start, ids, readFields(query))
  return drawn(start, found, query)
}

async function drawn(start: FileStart, found: Post[], query: URLSearchParams): Promise<Shape[]> {
  const wanted = readEmbeds(query)
  const shapes = wanted ? await embedPosts(start, found, wanted) : found.map(({ shape }) => shape)
  return query.get('context') === 'embed' ? shapes.map((shape) => embedded('posts', shape)) : shapes
}

const INVALID = {
  posts: ['rest_post_invalid_id', 'Invalid post ID.'],
  pages: ['rest_post_invalid_id', 'Invalid post ID.'],
  media: ['rest_post_invalid_id', 'Invalid post ID.'],
  categories: ['rest_term_invalid', 'Term does not exist.'],
  tags: ['rest_term_invalid', 'Term does not exist.'],
  users: ['rest_user_invalid_id', 'Invalid user ID.'],
  comments: ['rest_comment_invalid_id', 'Invalid comment ID.'],
} as const

async function item(start: FileStart, name: ListName, id: string, query: URLSearchParams): Promise<RestAnswer> {
  if (name === 'search') return noRoute()
  if (name === 'users' && id === 'me') return refuse(401, 'rest_not_logged_in', 'You are not currently logged in.')
  if (!/^\d+$/.test(id)) return noRoute()
  const number = parseRowId(id)
  const shape = number === null ? null : await readOne(start, name, number, query)
  const [code, message] = INVALID[name]
  return shape ? { status: 200, body: pick(shape, withEmbedded(readFields(query), shape)) } : refuse(404, code, message)
}

async function readOne(
  start: FileStart,
  name: keyof typeof INVALID,
  number: number,
  query: URLSearchParams,
): Promise<Shape | null> {
  switch (name) {
    case 'posts':
    case 'pages': {
      const ids = await ownArticles(start.db, start.facts, [number])
      const found = await readPosts(start, ids, readFields(query))
      const kind = name === 'pages' ? 'PAGE' : 'ARTICLE'
      const [shape = null] = await drawn(
        start,
        found.filter((post) => post.kind === kind),
        query,
      )
      return shape
    }
    case 'media':
      return readMedia(start, number)
    case 'comments':
      return (await readComment(start, number))?.shape ?? null
    case 'categories':
    case 'tags':
    case 'users':
      return (await readTerm(start, name, number))?.shape() ?? null
  }
}
