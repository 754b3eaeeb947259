/** Addresses of WordPress's answers on this site. */
export type Links = Record<string, Record<string, unknown>[]>

export const restUrl = (siteUrl: string, route: string): string => `${siteUrl}/wp-json${route}`
const v2 = (siteUrl: string, route: string) => restUrl(siteUrl, `/wp/v2/${route}`)

export const link = (siteUrl: string, route: string, more: Record<string, unknown> = {}) => [
  { ...more, href: v2(siteUrl, route) },
]

export const CURIES = [{ name: 'wp', href: 'https://api.w.org/{rel}', templated: true }]
const EMBEDDABLE = { embeddable: true }

/** Of a post or page. */
export function postLinks(
  siteUrl: string,
  { id, base, author, media, parent }: { id: number; base: string; author: number; media: number; parent: number },
): Links {
  const type = base === 'pages' ? 'page' : 'post'
  return {
    self: link(siteUrl, `${base}/${id}`),
    collection: link(siteUrl, base),
    about: link(siteUrl, `types/${type}`),
    ...(author && { author: link(siteUrl, `users/${author}`, EMBEDDABLE) }),
    replies: link(siteUrl, `comments?post=${id}`, EMBEDDABLE),
    ...(parent && { up: link(siteUrl, `pages/${parent}`, EMBEDDABLE) }),
    ...(media && { 'wp:featuredmedia': link(siteUrl, `media/${media}`, EMBEDDABLE) }),
    'wp:attachment': link(siteUrl, `media?parent=${id}`),
    ...(type === 'post' && {
      'wp:term': [
        ...link(siteUrl, `categories?post=${id}`, { taxonomy: 'category', ...EMBEDDABLE }),
        ...link(siteUrl, `tags?post=${id}`, { taxonomy: 'post_tag', ...EMBEDDABLE }),
      ],
    }),
    curies: CURIES,
  }
}

/** Of a category or tag. */
export function termLinks(siteUrl: string, id: number, kind: 'categories' | 'tags', parent = 0): Links {
  return {
    self: link(siteUrl, `${kind}/${id}`),
    collection: link(siteUrl, kind),
    about: link(siteUrl, `taxonomies/${kind === 'tags' ? 'post_tag' : 'category'}`),
    ...(parent && { up: link(siteUrl, `categories/${parent}`, EMBEDDABLE) }),
    'wp:post_type': link(siteUrl, `posts?${kind}=${id}`),
    curies: CURIES,
  }
}

export const itemLinks = (siteUrl: string, base: string, id: number): Links => ({
  self: link(siteUrl, `${base}/${id}`),
  collection: link(siteUrl, base),
})

export function commentLinks(
  siteUrl: string,
  {
    id,
    post,
    base,
    parent,
    isAnswered,
  }: { id: number; post: number; base: string; parent: number; isAnswered: boolean },
): Links {
  const type = base === 'pages' ? 'page' : 'post'
  return {
    ...itemLinks(siteUrl, 'comments', id),
    up: link(siteUrl, `${base}/${post}`, { ...EMBEDDABLE, post_type: type }),
    ...(parent && { 'in-reply-to': link(siteUrl, `comments/${parent}`, EMBEDDABLE) }),
    ...(isAnswered && { children: link(siteUrl, `comments?parent=${id}`, EMBEDDABLE) }),
  }
}

/** The header that leads to the pages before and after: with the parameters as they were asked for. */
export function pageLinks(siteUrl: string, path: string, query: URLSearchParams, page: number, pages: number): string {
  const at = (number: number, rel: string) => {
    const asked = new URLSearchParams(query)
    asked.set('page', String(number))
    return `<${siteUrl}${path}?${asked}>; rel="${rel}"`
  }
  return [
    ...(page > 1 ? [at(Math.min(page - 1, pages), 'prev')] : []),
    ...(page < pages ? [at(page + 1, 'next')] : []),
  ].join(', ')
}
