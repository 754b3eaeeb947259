import type { ArticleLine } from '@/lib/articles/admin-queries'
import { createArticleAction } from '@/lib/articles/editing/actions'
import { ARTICLE_VIEWS, type ArticleList, articleListPath } from '@/lib/articles/list-view'
import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { formatDateTime, listParts } from '@/lib/i18n/format'
import { directionOf } from '@/lib/i18n/locale'
import { type WritingWords, writingWordsFor } from '@/lib/i18n/writing-words'
import { FormAnswer } from './form-answer'
import { NewsroomPage } from './page'
import { StatusWord } from './status-word'

type Props = {
  frame: NewsroomFrame
  list: ArticleList
  articles: ArticleLine[]
  more: boolean
  state: FormState | undefined
}

/** The newsroom's articles: a line each, what was changed last first. */
export function ArticlesPage({ frame, list, articles, more, state }: Props) {
  const words = writingWordsFor(frame.locale)
  const page = words.list
  return (
    <NewsroomPage frame={frame} title={page.title} section="articles">
      <div className="page-head head-views">
        <h1>{page.title}</h1>
        <nav className="views" aria-label={page.kinds}>
          {ARTICLE_VIEWS.map((view) => (
            <a key={view} href={articleListPath({ view })} aria-current={view === list.view ? 'page' : undefined}>
              {page.views[view]}
            </a>
          ))}
        </nav>
      </div>
      <FormAnswer frame={frame} state={state} />
      <div className="page-head">
        <search className="grow">
          <form className="finder" action="/admin/articles/">
            {list.view === 'all' ? null : <input type="hidden" name="view" value={list.view} />}
            <label htmlFor="words">{page.words}</label>
            <input id="words" name="words" type="search" defaultValue={list.words} dir="auto" />
            <button className="button" type="submit">
              {page.find}
            </button>
          </form>
        </search>
        <form action={createArticleAction}>
          <input type="hidden" name="kind" value={list.view === 'pages' ? 'PAGE' : 'ARTICLE'} />
          <button className="button primary" type="submit">
            {list.view === 'pages' ? page.createPage : page.create}
          </button>
        </form>
      </div>
      {articles.length ? (
        <ArticleTable frame={frame} words={words} articles={articles} />
      ) : (
        <p className="empty">{list.words ? page.noMatch : page.empty}</p>
      )}
      <p className="pager">
        {list.page > 1 ? <a href={articleListPath({ ...list, page: list.page - 1 })}>{page.previous}</a> : null}
        {more ? <a href={articleListPath({ ...list, page: list.page + 1 })}>{page.next}</a> : null}
      </p>
    </NewsroomPage>
  )
}

function ArticleTable({
  frame,
  words,
  articles,
}: {
  frame: NewsroomFrame
  words: WritingWords
  articles: ArticleLine[]
}) {
  const { locale, zone } = frame
  const page = words.list
  return (
    <table className="list lines">
      <caption className="unseen">{page.title}</caption>
      <thead>
        <tr>
          <th scope="col">{page.headline}</th>
          <th scope="col">{page.status}</th>
          <th scope="col">{page.by}</th>
          <th scope="col">{page.category}</th>
          <th scope="col">{page.changed}</th>
        </tr>
      </thead>
      <tbody>
        {articles.map(
          ({ id, headline, status, hasChanges, authors, category, updatedAt, publishAt, locale: language }) => (
            <tr key={id}>
              <td>
                <a className="headline" href={`/admin/articles/${id}/`} lang={language} dir={directionOf(language)}>
                  {headline || page.untitled}
                </a>
              </td>
              <td data-is={page.status}>
                <StatusWord words={words} status={status} hasChanges={hasChanges} />{' '}
                {status === 'SCHEDULED' && publishAt ? (
                  <span className="meta">{formatDateTime(publishAt, locale, zone)}</span>
                ) : null}
              </td>
              <td data-is={page.by}>
                <bdi>{listParts(authors, locale).map(({ value }) => value)}</bdi>
              </td>
              <td data-is={page.category}>
                <bdi>{category}</bdi>
              </td>
              <td data-is={page.changed}>
                <time dateTime={updatedAt.toISOString()}>{formatDateTime(updatedAt, locale, zone)}</time>
              </td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  )
}
