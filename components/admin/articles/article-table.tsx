import { Fragment } from 'react'
import type { ArticleLine } from '@/lib/articles/admin-queries'
import { type ArticleList, quickPath } from '@/lib/articles/list-view'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { may } from '@/lib/auth/permissions'
import { deskWordsFor } from '@/lib/i18n/desk-words'
import { formatDateTime, formatNumber, listParts } from '@/lib/i18n/format'
import { whenWords } from '@/lib/i18n/moments'
import { planningWordsFor } from '@/lib/i18n/planning-words'
import { writingWordsFor } from '@/lib/i18n/writing-words'
import { HeadlineLink } from '../headline-link'
import { Icon } from '../icon'
import { StatusWord } from '../status-word'
import { ChooseAll } from './choose-all'
import { type Quick, QuickRow } from './quick-row'

type Props = { frame: NewsroomFrame; list: ArticleList; articles: ArticleLine[]; quick: Quick | null | undefined }

/** A line per article, with a box that chooses it for what is done with several. */
export function ArticleTable({ frame, list, articles, quick }: Props) {
  const page = writingWordsFor(frame.locale).list
  const { comments, chooseAll } = deskWordsFor(frame.locale).list
  return (
    <table className="list articles">
      <caption className="unseen">{page.title}</caption>
      <thead>
        <tr>
          <th className="pick">
            <ChooseAll label={chooseAll} />
          </th>
          <th scope="col">{page.headline}</th>
          <th className="st" scope="col">
            {page.status}
          </th>
          <th className="by" scope="col">
            {page.by}
          </th>
          <th className="cat" scope="col">
            {page.category}
          </th>
          <th className="co" scope="col">
            {comments}
          </th>
          <th className="da" scope="col">
            {page.changed}
          </th>
          <th className="mo" scope="col">
            <span className="unseen">{planningWordsFor(frame.locale).quick.title}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {articles.map((line) => (
          <Fragment key={line.id}>
            <ArticleRow frame={frame} list={list} line={line} />
            {quick?.view.id === line.id ? <QuickRow frame={frame} quick={quick} /> : null}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

function ArticleRow({ frame, list, line }: { frame: NewsroomFrame; list: ArticleList; line: ArticleLine }) {
  const { locale, zone, now, viewer } = frame
  const words = writingWordsFor(locale)
  const { id, version, headline, status, hasChanges, authors, category, commentCount, updatedAt, publishAt } = line
  // Whoever may not change what is live sees none but their own.
  const isTheirs = status !== 'PUBLISHED' || (viewer !== null && may(viewer, 'articles.editLive', 'own'))
  const moment = status === 'SCHEDULED' && publishAt ? publishAt : updatedAt
  return (
    <tr className={status === 'WITHDRAWN' ? 'is-withdrawn' : undefined} data-line="">
      <td className="pick">
        <input
          type="checkbox"
          name="one"
          value={`${id}.${version}`}
          aria-label={deskWordsFor(locale).list.choose(headline || words.list.untitled)}
        />
      </td>
      <td className="he">
        <div id={`headline-${id}`}>
          <HeadlineLink locale={locale} line={line} />
          {hasChanges ? <span className="tag pencil">{deskWordsFor(locale).desk.changes}</span> : null}
        </div>
      </td>
      <td className="st">
        <StatusWord words={words} status={status} hasChanges={hasChanges} />
      </td>
      <td className="by">
        <bdi>
          {listParts(authors, locale)
            .map(({ value }) => value)
            .join('')}
        </bdi>
      </td>
      <td className="cat">
        <bdi>{category}</bdi>
      </td>
      <td className="co">{commentCount ? formatNumber(commentCount, locale) : null}</td>
      <td className="da">
        <time dateTime={moment.toISOString()} title={formatDateTime(moment, locale, zone)}>
          {whenWords(moment, now, locale, zone)}
        </time>
      </td>
      <td className="mo">
        {list.view === 'trash' || !isTheirs ? null : (
          <a
            className="button plain only-icon"
            href={`${quickPath(list, id)}#quick-row`}
            aria-label={planningWordsFor(locale).quick.title}
            aria-describedby={`headline-${id}`}
            aria-keyshortcuts="Q"
            data-quick=""
          >
            <Icon name="edit" />
          </a>
        )}
      </td>
    </tr>
  )
}
