import { AuthorBio, AuthorLinks } from '@/components/article/author-box'
import { Picture } from '@/components/article/picture'
import type { Author } from '@/lib/authors/author'
import type { Frame } from '@/lib/site/frame'

export function AuthorHeader({ frame, author }: { frame: Frame; author: Author }) {
  const { portrait, name } = author
  return (
    <>
      {portrait ? (
        <Picture
          frame={frame}
          place="portrait"
          image={{ ...portrait, alt: portrait.alt || frame.words.drawingOf(name) }}
          eager
        />
      ) : null}
      <AuthorBio frame={frame} author={author} className="dek" />
      {author.links.length ? (
        <ul>
          <AuthorLinks author={author} />
        </ul>
      ) : null}
    </>
  )
}
