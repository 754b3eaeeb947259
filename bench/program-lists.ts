import { v1Answer } from '@/lib/reading-api/answer-queries'
import { cursorOf } from '@/lib/reading-api/cursor'
import type { FileStart } from '@/lib/site/page-frame'
import { restAnswer } from '@/lib/wordpress/rest/answer-queries'
import { OWN_NUMBERS } from '@/lib/wordpress/rest/numbers'

/** A place in the middle of every list of articles. */
const MIDDLE = cursorOf(20200101, Date.UTC(2020, 0, 1), 1)

/** What programs may ask of a large site, by its address. */
export function programs(start: FileStart, categoryId: number): Record<string, () => Promise<unknown>> {
  const category = OWN_NUMBERS + categoryId
  const [tag, author] = [OWN_NUMBERS + 1, OWN_NUMBERS + 1]
  const rest = [
    'posts?_embed',
    'posts?page=1000',
    `posts?categories=${category}&page=2`,
    `posts?tags=${tag}&author=${author}`,
    'posts?after=2020-01-01&before=2020-02-01',
    'posts?orderby=modified&page=2',
    'posts?slug=article-1',
    `posts/${OWN_NUMBERS + 1}?_embed`,
    'pages',
    'media',
    'categories',
    `categories/${category}`,
    `categories?post=${OWN_NUMBERS + 1}`,
    'tags',
    'tags?per_page=100&page=15',
    'tags?orderby=count&order=desc',
    'tags?orderby=id&page=2',
    'tags?orderby=slug&order=desc',
    `tags/${tag}`,
    'tags?slug=tag-1',
    `tags?post=${OWN_NUMBERS + 1}`,
    'users',
    `users/${author}`,
    'comments',
    `comments?post=${OWN_NUMBERS + 1}`,
  ]
  const own = [
    'articles',
    `articles?cursor=${MIDDLE}`,
    `articles?category=${categoryId}&cursor=${MIDDLE}`,
    `articles?tag=1&language=en&cursor=${MIDDLE}`,
    'articles/1',
    'authors',
    'categories',
    `tags?cursor=${cursorOf(5)}`,
    'comments',
    `comments?cursor=${cursorOf(Date.UTC(2020, 0, 1), 1)}`,
    'comments?article=1',
  ]
  return Object.fromEntries([
    ...rest.map((asked) => {
      const { pathname, searchParams } = new URL(`http://localhost/wp-json/wp/v2/${asked}`)
      return [`wp/v2/${asked}`, () => restAnswer(start, pathname, searchParams)]
    }),
    ...own.map((asked) => {
      const { pathname, searchParams } = new URL(`http://localhost/api/v1/${asked}`)
      return [`api/v1/${asked}`, () => v1Answer(start, pathname, searchParams)]
    }),
  ])
}
