import { categoryPath } from '@/lib/articles/paths'
import type { Frame } from '@/lib/site/frame'
import type { Category } from '@/lib/taxonomy/category-tree'

/** What a category is about, and the categories below it. */
export function CategoryHeader({ frame, category }: { frame: Frame; category: Category }) {
  const { words, facts } = frame
  const children = facts.categories.children(category.id)
  return (
    <>
      {category.description ? (
        <p className="dek" dir="auto">
          {category.description}
        </p>
      ) : null}
      {children.length ? (
        <nav aria-label={words.subCategories}>
          <ul>
            {children.map(({ id, path, name }) => (
              <li key={id}>
                <a href={categoryPath(path)} dir="auto">
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
    </>
  )
}
