import type { ArticleLabel } from '@/generated/sqlite/enums'
import { categoryPath } from '@/lib/articles/paths'
import type { Frame } from '@/lib/site/frame'
import type { Category } from '@/lib/taxonomy/category-tree'

/** The words above a headline: what the piece is about, and what it is where that is not plain news. */
export function Kicker({
  frame,
  kicker,
  category,
  label,
  pinned = false,
  linked = false,
}: {
  frame: Frame
  kicker: string | null
  category: Category | null
  label: ArticleLabel
  pinned?: boolean
  linked?: boolean
}) {
  const { words } = frame
  const subject = kicker ?? category?.name
  const special = label === 'NEWS' ? null : words.labels[label]
  if (!subject && !special && !pinned) return null
  return (
    <p className="kicker">
      {subject && linked && category ? (
        <a href={categoryPath(category.path)} dir="auto">
          {subject}
        </a>
      ) : (
        subject && <bdi>{subject}</bdi>
      )}
      {special ? <Label text={special} /> : null}
      {pinned ? <Label text={words.pinned} /> : null}
    </p>
  )
}

function Label({ text }: { text: string }) {
  return (
    <>
      {' '}
      <span className="label">{text}</span>
    </>
  )
}
