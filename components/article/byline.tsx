import { Fragment } from 'react'
import { authorPath } from '@/lib/articles/paths'
import type { Byline as BylineView } from '@/lib/articles/view'
import type { Author } from '@/lib/authors/author'
import { listParts } from '@/lib/i18n/format'
import type { Frame } from '@/lib/site/frame'

/** "By Maren Oldacre and Tobias Fennick", each name a link on the article's own page. */
export function Byline({ frame, byline, linked = false }: { frame: Frame; byline: BylineView; linked?: boolean }) {
  const { words, locale } = frame
  if (byline.override)
    return (
      <p className="byline" dir="auto">
        {byline.override}
      </p>
    )
  if (!byline.authors.length) return null
  const bySlug = new Map(byline.authors.map((author) => [author.slug, author]))
  return (
    <p className="byline">
      {words.by}{' '}
      {listParts([...bySlug.keys()], locale).map(({ type, value }, i) => {
        const author = type === 'element' ? bySlug.get(value) : undefined
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence never move
          <Fragment key={i}>{author ? <AuthorName author={author} linked={linked} /> : value}</Fragment>
        )
      })}
    </p>
  )
}

function AuthorName({ author, linked }: { author: Author; linked: boolean }) {
  const name = <bdi>{author.name}</bdi>
  if (!linked) return name
  return (
    <a href={authorPath(author.slug)} rel="author">
      {name}
    </a>
  )
}
