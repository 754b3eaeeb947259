import type { ReactNode } from 'react'
import { Breadcrumb, type Crumb } from '@/components/site/breadcrumb'
import { Document } from '@/components/site/document'
import { Pagination } from '@/components/site/pagination'
import type { ArchivePage as ArchivePageView } from '@/lib/archives/queries'
import type { Author } from '@/lib/authors/author'
import { feedPath } from '@/lib/feeds/address'
import type { Frame } from '@/lib/site/frame'
import { breadcrumbList, collectionPage, profilePage } from '@/lib/structured-data/lists'
import { ArticleList } from './article-list'

/** A list of articles with its pages: a category's, a tag's, an author's, a day's, or everything. */
export function ArchivePage({
  frame,
  title,
  crumb = title,
  above = [],
  description,
  header,
  archive,
  href,
  canonicalPath = href(archive.page),
  currentCategoryId = null,
  byline = true,
  author,
}: {
  frame: Frame
  /** What it lists, as its heading says it. */
  title: string
  /** What the breadcrumb and the page's title call it. */
  crumb?: string
  above?: Crumb[]
  /** For search engines. */
  description: string
  /** What stands below the heading. */
  header?: ReactNode
  archive: ArchivePageView
  /** Encoded path of one of its pages. */
  href: (page: number) => string
  /** Where it is not the page itself. */
  canonicalPath?: string
  currentCategoryId?: number | null
  byline?: boolean
  /** Whose page it is. */
  author?: Author
}) {
  const { words, facts } = frame
  const { articles, total, page, pages } = archive
  // The front's list has the site's own.
  const hasFeed = href(1) !== '/'
  const name = page > 1 ? words.withPage(crumb, page) : crumb
  const list = author
    ? profilePage(frame, author, canonicalPath)
    : collectionPage(frame, { name, path: canonicalPath, description, articles })
  return (
    <Document
      frame={frame}
      head={{
        title: name,
        description,
        canonicalPath,
        noIndex: total < facts.crawlers.leastInArchive,
        previousPath: page > 1 ? href(page - 1) : null,
        nextPath: page < pages ? href(page + 1) : null,
        hasLanguageFeed: true,
        feeds: hasFeed ? [{ title: `${title} – ${facts.site.name}`, path: feedPath(href(1)) }] : [],
        shared: { type: author ? 'profile' : 'website' },
        things: [list, breadcrumbList(frame, above, name)],
      }}
      currentCategoryId={currentCategoryId}
    >
      <Breadcrumb frame={frame} above={above} here={name} />
      <header className="archive-header">
        <h1>
          <bdi>{title}</bdi>
        </h1>
        {header}
      </header>
      <ArticleList frame={frame} articles={articles} byline={byline} />
      <Pagination
        frame={frame}
        current={page}
        last={pages}
        href={href}
        previousWord={words.newer}
        nextWord={words.older}
        label={words.pages}
      />
    </Document>
  )
}
