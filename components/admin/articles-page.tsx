import type { ArticleLine, Filters } from '@/lib/articles/admin-queries'
import { bulkAction } from '@/lib/articles/bulk/actions'
import { createArticleAction } from '@/lib/articles/editing/actions'
import { ARTICLE_VIEWS, type ArticleList, articleListPath, isFiltered } from '@/lib/articles/list-view'
import type { SavedView } from '@/lib/articles/views/admin-queries'
import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { deskWordsFor } from '@/lib/i18n/desk-words'
import { planningWordsFor } from '@/lib/i18n/planning-words'
import { writingWordsFor } from '@/lib/i18n/writing-words'
import { ArticleFilters } from './articles/article-filters'
import { ArticleTable } from './articles/article-table'
import { BulkAnswer } from './articles/bulk-answer'
import { BulkBar } from './articles/bulk-bar'
import { ListKeys } from './articles/list-keys'
import { type Quick, QuickAnswer, QuickForm } from './articles/quick-row'
import { SavedViews } from './articles/saved-views'
import { FormAnswer } from './form-answer'
import { NewsroomPage } from './page'

type Props = {
  frame: NewsroomFrame
  list: ArticleList
  articles: ArticleLine[]
  more: boolean
  filters: Filters
  views: SavedView[]
  /** The article that is changed in the list; null: it is not there for the viewer. */
  quick: Quick['view'] | null | undefined
  state: FormState | undefined
}

/** The newsroom's articles: a line each, what was changed last first. */
export function ArticlesPage({ frame, list, articles, more, filters, views, quick, state }: Props) {
  const words = writingWordsFor(frame.locale)
  const page = words.list
  const quickState = state?.form === 'quick' ? state : undefined
  return (
    <NewsroomPage frame={frame} title={page.title} section="articles">
      <div className="page-head head-views">
        <h1>{page.title}</h1>
        <nav className="views" aria-label={page.kinds}>
          {ARTICLE_VIEWS.map((view) => (
            <a
              key={view}
              href={articleListPath({ view })}
              aria-current={view === list.view ? 'page' : undefined}
              data-view=""
            >
              {page.views[view]}
            </a>
          ))}
        </nav>
        <a className="button plain" href="/admin/calendar/">
          {planningWordsFor(frame.locale).calendar.title}
        </a>
        {list.view === 'pages' ? (
          <form action={createArticleAction} className="begin">
            <input type="hidden" name="kind" value="PAGE" />
            <button className="button primary" type="submit">
              {page.createPage}
            </button>
          </form>
        ) : null}
      </div>
      <Answer frame={frame} state={state} />
      <QuickAnswer frame={frame} state={quickState} isGone={quick === null} />
      <SavedViews frame={frame} list={list} views={views} state={state} />
      <ArticleFilters frame={frame} list={list} filters={filters} />
      {articles.length ? (
        <form className="chosen-of" action={bulkAction}>
          <ArticleTable
            frame={frame}
            list={list}
            articles={articles}
            quick={
              quick && {
                view: quick,
                categories: filters.categories,
                closed: articleListPath(list),
                state: quickState,
              }
            }
          />
          <BulkBar frame={frame} list={list} categories={filters.categories} />
        </form>
      ) : (
        <p className="empty">{isFiltered(list) ? deskWordsFor(frame.locale).list.noMatch : page.empty}</p>
      )}
      {quick ? <QuickForm view={quick} /> : null}
      <p className="pager">
        {list.page > 1 ? <a href={articleListPath({ ...list, page: list.page - 1 })}>{page.previous}</a> : null}
        {more ? <a href={articleListPath({ ...list, page: list.page + 1 })}>{page.next}</a> : null}
      </p>
      <ListKeys />
    </NewsroomPage>
  )
}

/** What came of what is done with several, or of a new article. */
function Answer({ frame, state }: { frame: NewsroomFrame; state: FormState | undefined }) {
  if (state?.form === 'bulk') return <BulkAnswer frame={frame} state={state} />
  if (state?.form === 'view' || state?.form === 'quick') return null
  return <FormAnswer frame={frame} state={state} />
}
