import { tagPath } from '@/lib/articles/paths'
import type { Frame } from '@/lib/site/frame'

export function TagList({ frame, tags }: { frame: Frame; tags: { slug: string; name: string }[] }) {
  if (!tags.length) return null
  return (
    <footer className="hang">
      <h2>{frame.words.filedUnder}</h2>
      <ul className="tag-list">
        {tags.map(({ slug, name }) => (
          <li key={slug}>
            <a href={tagPath(slug)} rel="tag" dir="auto">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </footer>
  )
}
