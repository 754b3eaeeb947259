import { oembed } from '@/lib/oembed/oembed'
import { findEmbeddable } from '@/lib/oembed/queries'
import { API, v1Answer } from '@/lib/reading-api/answer-queries'
import { LIST_PARAMETERS } from '@/lib/reading-api/parameters'
import type { FileStart } from '@/lib/site/page-frame'
import { restAnswer } from '@/lib/wordpress/rest/answer-queries'
import { OWN_NUMBERS } from '@/lib/wordpress/rest/numbers'
import { SPECS } from '@/lib/wordpress/rest/specs'

/** What programs are answered: at "/wp-json/…", at "/api/v1/…", and as a card. */
export async function askData(start: FileStart, address: string): Promise<unknown> {
  const { pathname, searchParams } = new URL(address, start.siteUrl)
  if (pathname === '/oembed/') {
    const article = await findEmbeddable(start, searchParams.get('url') ?? '')
    return article && oembed({ name: 'Site', url: start.siteUrl }, article, {})
  }
  const answer = pathname.startsWith(API) ? v1Answer : restAnswer
  return (await answer(start, decodeURI(pathname), searchParams)).body
}

type Known = { id: number; path: string; slug: string }

/** Every kind of question that programs may ask of articles. */
export function dataAddresses(siteUrl: string, articles: Known[], word: string): string[] {
  const numbers = articles.map(({ id }) => OWN_NUMBERS + id).join(',')
  const all = 'per_page=100&_embed'
  return [
    '/wp-json/',
    ...Object.keys(SPECS).map((name) => `/wp-json/wp/v2/${name}?${all}`),
    `/wp-json/wp/v2/posts?search=${word}&${all}`,
    `/wp-json/wp/v2/search?search=${word}&per_page=100`,
    `/wp-json/wp/v2/posts?slug=${articles.map(({ slug }) => encodeURIComponent(slug)).join(',')}&${all}`,
    `/wp-json/wp/v2/posts?orderby=modified&${all}`,
    `/wp-json/wp/v2/posts?categories_exclude=1&${all}`,
    ...['posts', 'pages'].map((name) => `/wp-json/wp/v2/${name}?include=${numbers}&orderby=include&${all}`),
    `/wp-json/wp/v2/media?parent=${numbers}&per_page=100`,
    `/wp-json/wp/v2/comments?post=${numbers}&per_page=100`,
    ...articles.flatMap(({ id, path }) => [
      `/wp-json/wp/v2/posts/${OWN_NUMBERS + id}?_embed`,
      `/wp-json/wp/v2/tags?post=${OWN_NUMBERS + id}`,
      `${API}/articles/${id}`,
      `${API}/comments?article=${id}`,
      `/oembed/?url=${encodeURIComponent(siteUrl + path)}`,
    ]),
    ...Object.keys(LIST_PARAMETERS).map((kind) => `${API}/${kind}?limit=100`),
    `${API}/articles?limit=100&fields=headline,bodyHtml`,
    `${API}/openapi.json`,
  ]
}

/** All of them answered, by address. */
export async function askEverything(
  start: FileStart,
  articles: Known[],
  word: string,
): Promise<Record<string, unknown>> {
  const addresses = dataAddresses(start.siteUrl, articles, word)
  const answers = await Promise.all(addresses.map(async (address) => [address, await askData(start, address)] as const))
  return Object.fromEntries(answers)
}
