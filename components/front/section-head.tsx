import { categoryPath } from '@/lib/articles/paths'
import type { Frame } from '@/lib/site/frame'
import type { Category } from '@/lib/taxonomy/category-tree'

/** The heading of a section's block, with the way to all of it. */
export function SectionHead({ frame, section, more = true }: { frame: Frame; section: Category; more?: boolean }) {
  const href = categoryPath(section.path)
  return (
    <div className="section-head">
      <h2 id={`section-${section.id}`}>
        <a href={href} dir="auto">
          {section.name}
        </a>
      </h2>
      {more ? (
        <a className="more" href={href}>
          {frame.words.allOf(section.name)}
        </a>
      ) : null}
    </div>
  )
}
