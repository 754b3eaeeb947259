import type { NewsroomFrame } from '@/lib/auth/frame'
import { taxonomyWordsFor } from '@/lib/i18n/taxonomy-words'
import type { CategoryLine } from '@/lib/taxonomy/admin-queries'

type Props = { frame: NewsroomFrame; lines: readonly CategoryLine[]; parentId: number | null }

/** Categories below one parent, each with those below it. The buttons belong to the form around the whole tree. */
export function CategoryList({ frame, lines, parentId }: Props) {
  const words = taxonomyWordsFor(frame.locale)
  const siblings = lines.filter((line) => line.parentId === parentId)
  if (!siblings.length) return null
  return (
    <ul className="rows" aria-label={parentId === null ? words.categories.tree : undefined}>
      {siblings.map(({ id, name, path, published }, at) => (
        <li key={id} data-branch={id}>
          <div className="row">
            <div className="grow">
              <a className="headline" href={`/admin/categories/${id}/`} dir="auto">
                {name}
              </a>{' '}
              <bdi className="meta" dir="ltr">
                /category/{path}/
              </bdi>
            </div>
            <span className="meta">{words.published(published)}</span>
            <span className="steps">
              {at > 0 ? (
                <button
                  type="submit"
                  className="button plain"
                  name="step"
                  value={`${id} up`}
                  aria-label={words.categories.up(name)}
                >
                  ↑
                </button>
              ) : null}
              {at < siblings.length - 1 ? (
                <button
                  type="submit"
                  className="button plain"
                  name="step"
                  value={`${id} down`}
                  aria-label={words.categories.down(name)}
                >
                  ↓
                </button>
              ) : null}
            </span>
          </div>
          <CategoryList frame={frame} lines={lines} parentId={id} />
        </li>
      ))}
    </ul>
  )
}
