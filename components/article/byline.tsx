import { Fragment } from 'react'
import { creditsOf, isBylineRole, writersOf } from '@/lib/articles/byline-roles'
import { authorPath } from '@/lib/articles/paths'
import type { Byline as BylineView } from '@/lib/articles/view'
import type { Author } from '@/lib/authors/author'
import { listParts } from '@/lib/i18n/format'
import type { Frame } from '@/lib/site/frame'

/** "By Maren Oldacre and Tobias Fennick", as lists have it: who wrote it. */
export function Byline({ frame, byline, linked = false }: { frame: Frame; byline: BylineView; linked?: boolean }) {
  if (byline.override) return <Override text={byline.override} />
  const authors = writersOf(byline)
  if (!authors.length) return null
  return (
    <p className="byline">
      {frame.words.by} <Names frame={frame} authors={authors} linked={linked} />
    </p>
  )
}

/** The same on the article's own page: each name a link, and after the writers whoever took the pictures or translated. */
export function FullByline({ frame, byline }: { frame: Frame; byline: BylineView }) {
  const { words } = frame
  if (byline.override) return <Override text={byline.override} />
  const credits = creditsOf(byline)
  if (!credits.length) return null
  return (
    <>
      {credits.map(({ role, authors }) => (
        <p className="byline" key={role ?? ''}>
          {role === null ? words.by : isBylineRole(role) ? words.bylineRoles[role] : <bdi>{role}:</bdi>}{' '}
          <Names frame={frame} authors={authors} linked />
        </p>
      ))}
    </>
  )
}

function Override({ text }: { text: string }) {
  return (
    <p className="byline" dir="auto">
      {text}
    </p>
  )
}

function Names({ frame, authors, linked = false }: { frame: Frame; authors: Author[]; linked?: boolean }) {
  const bySlug = new Map(authors.map((author) => [author.slug, author]))
  return listParts([...bySlug.keys()], frame.locale).map(({ type, value }, i) => {
    const author = type === 'element' ? bySlug.get(value) : undefined
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence never move
      <Fragment key={i}>{author ? <AuthorName author={author} linked={linked} /> : value}</Fragment>
    )
  })
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
