import type { CommentView } from '@/lib/comments/view'

const segmenter = new Intl.Segmenter()

/** The first letter on one of twelve grounds, by class: nothing is asked of another site, and no style is inline. */
export function Avatar({ comment }: { comment: CommentView }) {
  const [first] = segmenter.segment(comment.authorName.trim().toUpperCase())
  return (
    <span className={`avatar avatar-${comment.avatar}`} aria-hidden="true">
      {first?.segment ?? '?'}
    </span>
  )
}
