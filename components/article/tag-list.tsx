import { tagPath } from '@/lib/articles/paths'
import { reportWordsFor } from '@/lib/i18n/report-words'
import { reportPath } from '@/lib/reports/paths'
import type { Frame } from '@/lib/site/frame'

type Props = {
  frame: Frame
  tags: { slug: string; name: string }[]
  /** Of an article in which readers may report an error; null for what they do not see yet. */
  articleId: number | null
}

/** What the article is filed under, and where a reader says what is wrong in it (components/enhance/marked-sentence.ts). */
export function TagList({ frame, tags, articleId }: Props) {
  if (!tags.length && articleId === null) return null
  const words = reportWordsFor(frame.locale)
  return (
    <footer className="hang">
      <h2>{tags.length ? frame.words.filedUnder : words.wrong}</h2>
      <ul className="tag-list">
        {tags.map(({ slug, name }) => (
          <li key={slug}>
            <a href={tagPath(slug)} rel="tag" dir="auto">
              {name}
            </a>
          </li>
        ))}
        {articleId === null ? null : (
          <li>
            <a className="report-error" href={reportPath(articleId)} rel="nofollow">
              {words.link}
            </a>
          </li>
        )}
      </ul>
    </footer>
  )
}
