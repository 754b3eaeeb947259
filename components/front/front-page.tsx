import type { ReactNode } from 'react'
import { ArticleCard } from '@/components/article/article-card'
import { Document } from '@/components/site/document'
import { SearchForm } from '@/components/site/search-form'
import { feedPath } from '@/lib/feeds/address'
import type { FrontView } from '@/lib/front/queries'
import type { Frame } from '@/lib/site/frame'
import { organization } from '@/lib/structured-data/organization'
import { CategoryBlock } from './category-block'
import { CorrectionsList } from './corrections-list'
import { LatestList } from './latest-list'
import { LeadArticle } from './lead-article'
import { MostReadList } from './most-read-list'
import { OpinionStrip } from './opinion-strip'
import { SectionColumn } from './section-column'

/** The page that editors arrange and readers begin with. */
export function FrontPage({
  frame,
  front,
  banner,
}: {
  frame: Frame
  front: FrontView
  /** Of a preview. */
  banner?: ReactNode
}) {
  const { words, facts } = frame
  const { name, tagline } = facts.site
  const { lead, seconds, latest, opinion, large, small, corrections, mostRead } = front
  const [first, ...others] = large
  return (
    <Document
      frame={frame}
      front
      banner={banner}
      head={{
        title: null,
        description: tagline || words.newsFrom(name),
        // A preview is no page of the site.
        ...(banner === undefined
          ? { canonicalPath: '/', things: [organization(frame)] }
          : { canonicalPath: null, noIndex: true }),
        feeds: [{ title: words.feeds.commentsFor(name), path: feedPath('/comments/') }],
      }}
    >
      {lead ? (
        <div className="front">
          <div className="stack">
            <LeadArticle frame={frame} article={lead} />
            {seconds.length ? (
              <div className="columns">
                {seconds.map((article) => (
                  <ArticleCard
                    key={article.id}
                    frame={frame}
                    article={article}
                    show={{ picture: true, kicker: true, dek: true, date: true }}
                  />
                ))}
              </div>
            ) : null}
          </div>
          <div className="side stack">
            <LatestList frame={frame} articles={latest} />
            <MostReadList frame={frame} articles={mostRead} />
          </div>
          {opinion ? <OpinionStrip frame={frame} block={opinion} /> : null}
          {first ? (
            <div className={corrections.length ? undefined : 'whole'}>
              <CategoryBlock frame={frame} block={first} />
            </div>
          ) : null}
          <CorrectionsList frame={frame} corrections={corrections} />
          {others.length ? (
            <div className="whole columns category-blocks">
              {others.map((block) => (
                <CategoryBlock key={block.section?.id ?? 'newest'} frame={frame} block={block} />
              ))}
            </div>
          ) : null}
          {small.length ? (
            <div className="whole columns">
              {small.map((block) => (
                <SectionColumn key={block.section.id} frame={frame} block={block} />
              ))}
            </div>
          ) : null}
        </div>
      ) : (
        <>
          <p className="note">{words.emptyFront}</p>
          <SearchForm frame={frame} />
        </>
      )}
    </Document>
  )
}
