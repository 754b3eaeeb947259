import { CommentText } from '@/components/comments/comment-text'
import { encodePath } from '@/lib/articles/paths'
import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import type { Case, Said } from '@/lib/comments/admin-queries'
import { decideAction } from '@/lib/comments/desk-actions'
import { type DeskView, deskPath, signsOf, viewOf } from '@/lib/comments/desk-view'
import { countLinks } from '@/lib/comments/text'
import { formatDateTime } from '@/lib/i18n/format'
import { directionOf } from '@/lib/i18n/locale'
import { tellingWordsFor } from '@/lib/i18n/telling-words'
import { FormAnswer } from '../form-answer'
import { CommentWords } from './comment-words'
import { PersonAside } from './person-aside'
import { VerdictButtons } from './verdict-buttons'

type Props = {
  frame: NewsroomFrame
  view: DeskView
  open: Case
  holdLinks: number
  state: FormState | undefined
}

/** One comment, in its thread and beside its article and its person, with what can be done. */
export function CommentCase({ frame, view, open, holdLinks, state }: Props) {
  const { words, locale, zone } = frame
  const page = words.commentsPage
  const { id, kind, authorName, authorUrl, text, createdAt, status, article, above, below, person, moderatedBy } = open
  const { approved = 0, spam = 0 } = person?.tally ?? {}
  const signs = signsOf({ links: countLinks(text), approved, spam, holdLinks })
  const language = { lang: article.locale, dir: directionOf(article.locale) }
  return (
    <>
      <section className="case" id="case" aria-label={page.commentBy(authorName)}>
        <div className="back-to-queue">
          <a className="button plain" href={deskPath({ ...view, id: null })}>
            {page.views[view.view]}
          </a>
        </div>
        <FormAnswer frame={frame} state={state} />
        <div>
          <a className="headline" href={encodePath(article.path)} {...language}>
            {article.headline}
          </a>
          <p className="meta">
            {page.commentsOn(article.commentCount)} · {article.commentsOpen ? page.open : page.closed} ·{' '}
            <a href={deskPath({ view: view.view, articleId: article.id })}>{page.onlyArticle}</a>
          </p>
        </div>
        <ol className="thread">
          {above.map((said) => (
            <SaidRow key={said.id} frame={frame} said={said} language={language} />
          ))}
          <li>
            <div className="this">
              <div className="who">
                <b>
                  <bdi>{authorName}</bdi>
                </b>{' '}
                <span className="meta">
                  <time dateTime={createdAt.toISOString()}>{formatDateTime(createdAt, locale, zone)}</time> ·{' '}
                  {page.statuses[viewOf(status)]}
                  {moderatedBy ? ` · ${page.decidedBy(moderatedBy)}` : ''}
                </span>
                {kind === 'COMMENT' ? null : <p className="meta">{tellingWordsFor(locale).mentions[kind]}</p>}
                {authorUrl ? (
                  <p className="meta">
                    <bdi>{authorUrl}</bdi>
                  </p>
                ) : null}
              </div>
              <div className="words" lang={article.locale} dir="auto">
                <CommentText text={text} />
              </div>
              {signs.length ? (
                <p className="why meta">
                  {page.signs}{' '}
                  {signs
                    .map((sign) => (sign.kind === 'firstComment' ? page.firstComment : page[sign.kind](sign.count)))
                    .join(' ')}
                </p>
              ) : null}
            </div>
          </li>
          {below.map((said) => (
            <SaidRow key={said.id} frame={frame} said={said} language={language} />
          ))}
        </ol>
        <form className="verdict" action={decideAction} aria-label={page.decide}>
          <input type="hidden" name="ids" value={id} />
          <input type="hidden" name="from" value={viewOf(status)} />
          <VerdictButtons words={words} view={viewOf(status)} keys />
        </form>
        <CommentWords frame={frame} id={id} text={text} state={state} />
        <p className="keys">
          <span>
            <kbd>J</kbd> <kbd>K</kbd> {page.keys.move}
          </span>
          <span>
            <kbd>R</kbd> {page.reply}
          </span>
          <span>
            <kbd>E</kbd> {page.edit}
          </span>
          <span>
            <kbd>Z</kbd> {page.undo}
          </span>
        </p>
      </section>
      <PersonAside frame={frame} name={authorName} person={person} view={view.view} state={state} />
    </>
  )
}

type Language = { lang: string; dir: 'ltr' | 'rtl' }

function SaidRow({ frame, said, language }: { frame: NewsroomFrame; said: Said; language: Language }) {
  const { words, locale, zone } = frame
  const view = viewOf(said.status)
  return (
    <li>
      <p className="meta">
        <b>
          <bdi>{said.authorName}</bdi>
        </b>{' '}
        · <time dateTime={said.createdAt.toISOString()}>{formatDateTime(said.createdAt, locale, zone)}</time>
        {view === 'approved' ? '' : ` · ${words.commentsPage.statuses[view]}`}
      </p>
      <div className="said" lang={language.lang} dir="auto">
        <CommentText text={said.text} />
      </div>
    </li>
  )
}
