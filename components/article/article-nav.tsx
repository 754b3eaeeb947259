import { encodePath } from '@/lib/articles/paths'
import type { Frame } from '@/lib/site/frame'

type Neighbour = { path: string; headline: string } | null

export function ArticleNav({ frame, previous, next }: { frame: Frame; previous: Neighbour; next: Neighbour }) {
  const { words } = frame
  if (!previous && !next) return null
  return (
    <nav className="article-nav hang" aria-label={words.previousAndNext}>
      <h2>{words.moreNews}</h2>
      <ul>
        <li>{previous ? <Neighbour rel="prev" word={words.previous} to={previous} /> : null}</li>
        <li>{next ? <Neighbour rel="next" word={words.next} to={next} /> : null}</li>
      </ul>
    </nav>
  )
}

function Neighbour({ rel, word, to }: { rel: 'prev' | 'next'; word: string; to: NonNullable<Neighbour> }) {
  return (
    <a rel={rel} href={encodePath(to.path)}>
      <span>{word}</span>
      <bdi>{to.headline}</bdi>
    </a>
  )
}
