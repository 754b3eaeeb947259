import type { Spec } from './parameters'

const paged: Spec = {
  context: { type: 'choice', of: ['view', 'embed', 'edit'], default: 'view' },
  page: { type: 'integer', min: 1, default: 1 },
  per_page: { type: 'integer', min: 1, max: 100, default: 10 },
}
const listed: Spec = {
  ...paged,
  search: { type: 'text' },
  exclude: { type: 'integers' },
  include: { type: 'integers' },
  offset: { type: 'integer', min: 0 },
}
const order = (first: 'asc' | 'desc'): Spec => ({ order: { type: 'choice', of: ['asc', 'desc'], default: first } })
const orderby = (...of: string[]): Spec => ({ orderby: { type: 'choice', of, ...(of[0] && { default: of[0] }) } })

const dated: Spec = {
  lang: { type: 'text' },
  after: { type: 'date' },
  before: { type: 'date' },
  modified_after: { type: 'date' },
  modified_before: { type: 'date' },
  slug: { type: 'words' },
  author: { type: 'integers' },
  author_exclude: { type: 'integers' },
}

const term: Spec = {
  ...listed,
  ...order('asc'),
  ...orderby('name', 'id', 'slug', 'count', 'include', 'description', 'term_group'),
  slug: { type: 'words' },
  hide_empty: { type: 'boolean' },
  post: { type: 'integer' },
}

/** What each list can be asked for. */
export const SPECS = {
  posts: {
    ...listed,
    ...order('desc'),
    ...orderby('date', 'id', 'include', 'modified', 'relevance'),
    ...dated,
    categories: { type: 'integers' },
    categories_exclude: { type: 'integers' },
    tags: { type: 'integers' },
    tags_exclude: { type: 'integers' },
    sticky: { type: 'boolean' },
  },
  pages: {
    ...listed,
    ...order('desc'),
    ...orderby('date', 'id', 'include', 'modified', 'relevance', 'menu_order', 'title', 'slug'),
    ...dated,
    parent: { type: 'integers' },
    parent_exclude: { type: 'integers' },
  },
  media: {
    ...paged,
    ...order('desc'),
    ...orderby('date', 'id', 'include'),
    include: { type: 'integers' },
    exclude: { type: 'integers' },
    offset: { type: 'integer', min: 0 },
    parent: { type: 'integers' },
    mime_type: { type: 'text' },
    media_type: { type: 'choice', of: ['image', 'video', 'text', 'application', 'audio'] },
  },
  categories: { ...term, parent: { type: 'integer' } },
  tags: term,
  users: {
    ...listed,
    ...order('asc'),
    ...orderby('name', 'id', 'slug', 'include'),
    slug: { type: 'words' },
  },
  comments: {
    ...paged,
    ...order('desc'),
    ...orderby('date_gmt', 'date', 'id'),
    after: { type: 'date' },
    before: { type: 'date' },
    include: { type: 'integers' },
    exclude: { type: 'integers' },
    offset: { type: 'integer', min: 0 },
    post: { type: 'integers' },
    parent: { type: 'integers' },
  },
  search: {
    ...paged,
    search: { type: 'text' },
    type: { type: 'choice', of: ['post'], default: 'post' },
    subtype: { type: 'words' },
  },
} satisfies Record<string, Spec>

export type ListName = keyof typeof SPECS

/** Ways of WordPress to sift a list that this site has not. */
export const UNANSWERED: Partial<Record<ListName, readonly string[]>> = {
  media: ['search', 'slug', 'author', 'after', 'before'],
  comments: ['search', 'author', 'author_exclude', 'author_email', 'parent_exclude'],
  users: ['roles', 'capabilities', 'has_published_posts'],
}

const OTHERS = ['_embed', '_fields', 'status', 'type', 'url', 'format', 'maxwidth', 'maxheight']

/** Every parameter that an answer may depend on; the door keeps no others (server/data-address.ts). */
export const REST_PARAMETERS: ReadonlySet<string> = new Set([
  ...Object.values(SPECS).flatMap((spec) => Object.keys(spec)),
  ...Object.values(UNANSWERED).flat(),
  ...OTHERS,
])
