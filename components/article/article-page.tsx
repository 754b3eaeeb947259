import type { ReactNode } from 'react'
import { Breadcrumb } from '@/components/site/breadcrumb'
import { Document } from '@/components/site/document'
import { bodyPages, partFootnotes } from '@/lib/articles/body'
import { allPath, categoryPath } from '@/lib/articles/paths'
import type { ArticleCard, ArticleView } from '@/lib/articles/view'
import type { CommentView } from '@/lib/comments/view'
import type { Frame } from '@/lib/site/frame'
import { ArticleBody } from './article-body'
import { articleHead } from './article-head'
import { ArticleHeader } from './article-header'
import { ArticleNav } from './article-nav'
import { ArticlePages } from './article-pages'
import { AuthorBox } from './author-box'
import { CheckAlso } from './check-also'
import { CorrectionNotice } from './correction-notice'
import { Footnotes } from './footnotes'
import { LeadImage } from './lead-image'
import { RelatedArticles } from './related-articles'
import { TagList } from './tag-list'

type Neighbour = { path: string; headline: string } | null

/** A published article with everything around it. `discussion` is its comments and the form. */
export function ArticlePage({
  frame,
  article,
  page,
  previous,
  next,
  related,
  noIndex,
  banner,
  comments = [],
  discussion,
}: {
  frame: Frame
  article: ArticleView
  /** Which of its pages, from 1. */
  page: number
  previous: Neighbour
  next: Neighbour
  related: ArticleCard[]
  noIndex: boolean
  /** Of a preview: what it is, and until when. */
  banner?: ReactNode
  /** What machines are told of the discussion. */
  comments?: readonly CommentView[]
  discussion: ReactNode
}) {
  const { words } = frame
  const { headline, path, categoryChain, leadImage, missingImages, imported, byline } = article
  const pages = bodyPages(article.body)
  const { text, footnotes } = partFootnotes(pages[page - 1] ?? '')
  const [checkAlso, ...others] = related
  const above = categoryChain.length
    ? categoryChain.map((category) => ({ name: category.name, href: categoryPath(category.path) }))
    : [{ name: words.all, href: allPath() }]
  return (
    <Document
      frame={frame}
      enhanced
      banner={banner}
      head={articleHead(frame, article, { page, above, noIndex, comments, isPreview: Boolean(banner) })}
      currentCategoryId={categoryChain.at(-1)?.id ?? null}
    >
      <Breadcrumb frame={frame} above={above} here={headline} />
      <article className="article">
        <ArticleHeader frame={frame} article={article} />
        {leadImage && page === 1 ? <LeadImage frame={frame} image={leadImage} missing={missingImages} /> : null}
        <ArticleBody frame={frame} html={text} missing={missingImages} imported={imported} />
        <ArticlePages frame={frame} path={path} page={page} pages={pages.length} />
        <CorrectionNotice frame={frame} corrections={article.corrections} />
        {footnotes ? <Footnotes frame={frame} html={footnotes} /> : null}
        <TagList frame={frame} tags={article.tags} articleId={banner ? null : article.id} />
      </article>
      <AuthorBox frame={frame} authors={byline.authors} />
      <ArticleNav frame={frame} previous={previous} next={next} />
      {checkAlso ? <CheckAlso frame={frame} article={checkAlso} /> : null}
      <RelatedArticles frame={frame} articles={others} />
      {discussion}
    </Document>
  )
}
