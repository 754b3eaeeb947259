import { authorPath } from '@/lib/articles/paths'
import type { Author } from '@/lib/authors/author'
import { readBio } from '@/lib/authors/bio'
import { type Frame, foreignTo } from '@/lib/site/frame'
import { Picture } from './picture'

/** "About <author>" for everyone of the byline. */
export function AuthorBox({ frame, authors }: { frame: Frame; authors: Author[] }) {
  const { words } = frame
  if (!authors.length) return null
  return (
    <section className="author-box hang" aria-labelledby="about">
      <h2 id="about">{words.theAuthors(authors.length)}</h2>
      <div>
        {authors.map((author) => (
          <div key={author.id}>
            {author.portrait ? <Picture frame={frame} image={author.portrait} place="portrait" decorative /> : <span />}
            <div>
              <h3 dir="auto">{words.aboutAuthor(author.name)}</h3>
              <AuthorBio frame={frame} author={author} />
              <ul>
                <li>
                  <a href={authorPath(author.slug)}>{words.allArticles}</a>
                </li>
                <AuthorLinks author={author} />
              </ul>
            </div>
          </div>
        ))}
      </div>
    </section>
  )
}

/** What they write about, and the bio, both in its own language. */
export function AuthorBio({ frame, author, className }: { frame: Frame; author: Author; className?: string }) {
  const foreign = foreignTo(frame, author.locale ?? frame.facts.site.locale)
  return (
    <>
      {author.beat ? (
        <p className="beat" {...foreign}>
          {author.beat}
        </p>
      ) : null}
      {readBio(author.bio).map((parts) => (
        <p key={parts.map(({ text }) => text).join('')} className={className} {...foreign}>
          {parts.map(({ text, url }) =>
            url === null ? (
              text
            ) : (
              <a key={url + text} href={url} rel="noopener">
                {text}
              </a>
            ),
          )}
        </p>
      ))}
    </>
  )
}

export function AuthorLinks({ author }: { author: Author }) {
  return author.links.map(({ label, url }) => (
    <li key={url}>
      <a href={url} rel="me noopener">
        {label}
      </a>
    </li>
  ))
}
