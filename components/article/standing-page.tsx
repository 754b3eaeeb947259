import type { ReactNode } from 'react'
import { Breadcrumb } from '@/components/site/breadcrumb'
import { Document } from '@/components/site/document'
import { bodyPages, partFootnotes } from '@/lib/articles/body'
import { encodePath } from '@/lib/articles/paths'
import type { ArticleView } from '@/lib/articles/view'
import type { Frame } from '@/lib/site/frame'
import { AiNote } from './ai-note'
import { ArticleBody } from './article-body'
import { articleHead } from './article-head'
import { ArticlePages } from './article-pages'
import { CorrectionNotice } from './correction-notice'
import { Footnotes } from './footnotes'
import { LeadImage } from './lead-image'

/** About, Contact, Privacy: a page that stands, without date and byline. */
export function StandingPage({
  frame,
  article,
  page,
  children,
  noIndex = false,
  banner,
  discussion,
}: {
  frame: Frame
  article: ArticleView
  page: number
  /** The pages below it. */
  children: { path: string; headline: string }[]
  noIndex?: boolean
  /** Of a preview: what it is, and until when. */
  banner?: ReactNode
  discussion: ReactNode
}) {
  const { words } = frame
  const { headline, dek, path, leadImage, missingImages, imported } = article
  const pages = bodyPages(article.body)
  const { text, footnotes } = partFootnotes(pages[page - 1] ?? '')
  const above = article.parents.map((parent) => ({ name: parent.headline, href: encodePath(parent.path) }))
  return (
    <Document
      frame={frame}
      enhanced
      banner={banner}
      head={articleHead(frame, article, { page, above, noIndex, isPreview: Boolean(banner) })}
    >
      <Breadcrumb frame={frame} above={above} here={headline} />
      <article className="article">
        <header className="article-header">
          <h1 className="headline">{headline}</h1>
          {dek ? <p className="dek">{dek}</p> : null}
          <AiNote frame={frame} article={article} />
        </header>
        {leadImage ? <LeadImage frame={frame} image={leadImage} missing={missingImages} /> : null}
        <ArticleBody frame={frame} html={text} missing={missingImages} imported={imported} />
        <ArticlePages frame={frame} path={path} page={page} pages={pages.length} />
        {children.length ? (
          <nav className="hang" aria-labelledby="child-pages">
            <h2 id="child-pages">{words.pages}</h2>
            <ul>
              {children.map((child) => (
                <li key={child.path}>
                  <a href={encodePath(child.path)}>{child.headline}</a>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
        <CorrectionNotice frame={frame} corrections={article.corrections} />
        {footnotes ? <Footnotes frame={frame} html={footnotes} /> : null}
      </article>
      {discussion}
    </Document>
  )
}
