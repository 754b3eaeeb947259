import type { Person } from 'schema-dts'
import { authorPath, encodePath } from '@/lib/articles/paths'
import type { Author } from '@/lib/authors/author'
import type { Frame } from '@/lib/site/frame'

/** Where else on the web somebody is: an address of mail is none. */
const profiles = ({ links }: Author) => links.map(({ url }) => url).filter((url) => /^https?:\/\//.test(url))

/** An author as articles name them. */
export function person({ siteUrl }: Frame, author: Author): Person {
  const url = siteUrl + authorPath(author.slug)
  const sameAs = profiles(author)
  return { '@type': 'Person', '@id': `${url}#person`, name: author.name, url, ...(sameAs.length && { sameAs }) }
}

/** An author on a page of their own. */
export function profile(frame: Frame, author: Author): Person {
  const { bio, portrait } = author
  const known = person(frame, author) as Exclude<Person, string>
  return {
    ...known,
    ...(bio && { description: bio }),
    ...(portrait?.src.startsWith('/') && { image: frame.siteUrl + encodePath(portrait.src) }),
  }
}
