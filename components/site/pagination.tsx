import { pageNumbers } from '@/lib/archives/pagination'
import { formatPlainNumber } from '@/lib/i18n/format'
import type { Frame } from '@/lib/site/frame'

/** Links to the other pages of a list; nothing for a list of one. */
export function Pagination({
  frame,
  current,
  last,
  href,
  previousWord,
  nextWord,
  label,
}: {
  frame: Frame
  current: number
  last: number
  href: (page: number) => string
  previousWord: string
  nextWord: string
  label: string
}) {
  if (last <= 1) return null
  const { words, locale } = frame
  return (
    <nav className="pagination" aria-label={label}>
      <ol>
        {current > 1 ? (
          <li>
            <a rel="prev" href={href(current - 1)}>
              {previousWord}
            </a>
          </li>
        ) : null}
        {pageNumbers(current, last).map((page, i) => (
          <li key={page ?? `gap ${i}`}>
            {page === null ? (
              <span aria-hidden="true">…</span>
            ) : page === current ? (
              <span aria-current="page">
                <span className="visually-hidden">{words.page(page)}</span>
                <span aria-hidden="true">{formatPlainNumber(page, locale)}</span>
              </span>
            ) : (
              <a href={href(page)} aria-label={words.page(page)}>
                {formatPlainNumber(page, locale)}
              </a>
            )}
          </li>
        ))}
        {current < last ? (
          <li>
            <a rel="next" href={href(current + 1)}>
              {nextWord}
            </a>
          </li>
        ) : null}
      </ol>
    </nav>
  )
}
