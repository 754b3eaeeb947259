import type { ArticleLine } from '@/lib/articles/admin-queries'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { deskWordsFor } from '@/lib/i18n/desk-words'
import { formatDateTime, formatNumber, listParts } from '@/lib/i18n/format'
import { whenWords } from '@/lib/i18n/moments'
import { writingWordsFor } from '@/lib/i18n/writing-words'
import { HeadlineLink } from '../headline-link'
import { StatusWord } from '../status-word'
import { ChooseAll } from './choose-all'

/** A line per article, with a box that chooses it for what is done with several. */
export function ArticleTable({ frame, articles }: { frame: NewsroomFrame; articles: ArticleLine[] }) {
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
        </tr>
      </thead>
      <tbody>
        {articles.map((line) => (
          <ArticleRow key={line.id} frame={frame} line={line} />
        ))}
      </tbody>
    </table>
  )
}

function ArticleRow({ frame, line }: { frame: NewsroomFrame; line: ArticleLine }) {
  const { locale, zone, now } = frame
  const words = writingWordsFor(locale)
  const { id, version, headline, status, hasChanges, authors, category, commentCount, updatedAt, publishAt } = line
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
        <div>
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
    </tr>
  )
}
