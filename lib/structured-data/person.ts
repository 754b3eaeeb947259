import type { Person } from 'schema-dts'
import { authorPath, encodePath } from '@/lib/articles/paths'
import type { Author } from '@/lib/authors/author'
import { plainBio } from '@/lib/authors/bio'
import type { Frame } from '@/lib/site/frame'

/** Where else on the web somebody is: an address of mail is none. */
const profiles = ({ links }: Author) => links.map(({ url }) => url).filter((url) => /^https?:\/\//.test(url))

/** An author as articles name them. */
export function person({ siteUrl }: Frame, author: Author): Person {
  const { slug, name, portrait } = author
  const url = siteUrl + authorPath(slug)
  const sameAs = profiles(author)
  const image = portrait?.src.startsWith('/') ? siteUrl + encodePath(portrait.src) : null
  return {
    '@type': 'Person',
    '@id': `${url}#person`,
    name,
    url,
    ...(image && { image }),
    ...(sameAs.length && { sameAs }),
  }
}

/** An author on a page of their own. */
export function profile(frame: Frame, author: Author): Person {
  const { bio, beat, spellings } = author
  const known = person(frame, author) as Exclude<Person, string>
  return {
    ...known,
    ...(bio && { description: plainBio(bio) }),
    ...(beat && { knowsAbout: beat }),
    ...(spellings.length && { alternateName: spellings }),
  }
}
