import { Pagination } from '@/components/site/pagination'
import { articlePagePath } from '@/lib/articles/paths'
import type { Frame } from '@/lib/site/frame'

/** Links to the other pages of an article that was parted. */
export function ArticlePages({
  frame,
  path,
  page,
  pages,
}: {
  frame: Frame
  path: string
  page: number
  pages: number
}) {
  const { words } = frame
  return (
    <Pagination
      frame={frame}
      current={page}
      last={pages}
      href={(number) => articlePagePath(path, number)}
      previousWord={words.previous}
      nextWord={words.next}
      label={words.articlePages}
    />
  )
}
