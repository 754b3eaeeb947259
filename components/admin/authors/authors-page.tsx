import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { may } from '@/lib/auth/permissions'
import { createAuthorAction } from '@/lib/authors/actions'
import type { AuthorLine } from '@/lib/authors/admin-queries'
import { authorsWordsFor } from '@/lib/i18n/authors-words'
import { LONGEST_NAME } from '@/lib/taxonomy/names'
import type { TagList } from '@/lib/taxonomy/tag-list'
import { NewsroomPage } from '../page'
import { WordedField } from '../worded-field'
import { AuthorAnswer, inForm } from './author-answer'

type Props = {
  frame: NewsroomFrame
  list: TagList
  authors: readonly AuthorLine[]
  total: number
  more: boolean
  state: FormState | undefined
}

export function AuthorsPage({ frame, list, authors, total, more, state }: Props) {
  const words = authorsWordsFor(frame.locale)
  const arranges = frame.viewer !== null && may(frame.viewer, 'authors.arrange')
  return (
    <NewsroomPage frame={frame} title={words.title} section="authors">
      <div className="page-head">
        <div className="grow">
          <h1>{words.title}</h1>
          <p className="meta">{arranges ? `${words.intro} ${words.total(total)}.` : words.ownIntro}</p>
        </div>
        {arranges ? (
          <a className="button" href="#new">
            {words.add}
          </a>
        ) : null}
      </div>
      {state?.form === 'new' ? null : <AuthorAnswer frame={frame} state={state} />}
      {arranges ? (
        <form className="finder" action="/admin/authors/">
          <label htmlFor="words">{words.find}</label>
          <input id="words" name="q" type="search" defaultValue={list.words} dir="auto" maxLength={80} />
          <button className="button" type="submit">
            {words.search}
          </button>
        </form>
      ) : null}
      {authors.length ? (
        <AuthorTable frame={frame} authors={authors} />
      ) : (
        <p className="empty">{arranges ? (list.words ? words.none : words.nothing) : words.noProfile}</p>
      )}
      <p className="pager">
        {list.page > 1 ? <a href={listPath({ ...list, page: list.page - 1 })}>{words.previous}</a> : null}
        {more ? <a href={listPath({ ...list, page: list.page + 1 })}>{words.next}</a> : null}
      </p>
      {arranges ? <NewAuthor frame={frame} state={state} /> : null}
    </NewsroomPage>
  )
}

function listPath({ words, page }: TagList): string {
  const query = new URLSearchParams({ ...(words && { q: words }), ...(page > 1 && { page: String(page) }) }).toString()
  return `/admin/authors/${query && `?${query}`}`
}

function AuthorTable({ frame, authors }: Pick<Props, 'frame' | 'authors'>) {
  const words = authorsWordsFor(frame.locale)
  return (
    <table className="list people">
      <caption className="unseen">{words.list}</caption>
      <thead>
        <tr>
          <th scope="col">{words.name}</th>
          <th scope="col">{words.beatShort}</th>
          <th scope="col">{words.articles}</th>
          <th scope="col">{words.account}</th>
        </tr>
      </thead>
      <tbody>
        {authors.map(({ id, name, slug, beat, published, filed, account }) => (
          <tr key={id}>
            <td>
              <div>
                <a className="headline" href={`/admin/authors/${id}/`} dir="auto">
                  {name}
                </a>{' '}
                <span className="meta">
                  <bdi dir="ltr">/author/{slug}/</bdi>
                </span>
              </div>
            </td>
            <td data-is={words.beatShort}>
              <bdi>{beat || '–'}</bdi>
            </td>
            <td data-is={words.articles}>
              <span>
                {words.published(published)} <span className="quiet">{words.filed(filed)}</span>
              </span>
            </td>
            <td data-is={words.account}>
              {account ? <bdi>{account.name}</bdi> : <span className="quiet">{words.noAccount}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function NewAuthor({ frame, state }: Pick<Props, 'frame' | 'state'>) {
  const words = authorsWordsFor(frame.locale)
  const field = inForm(frame, state, 'new')
  return (
    <section className="column usual-gap" id="new" aria-labelledby="new-head">
      <header>
        <h2 id="new-head">{words.add}</h2>
      </header>
      <AuthorAnswer frame={frame} state={field.state} />
      <form action={createAuthorAction} className="fields">
        <div className="fields two">
          <WordedField {...field} name="name" label={words.name} maxLength={LONGEST_NAME} required />
          <WordedField {...field} name="slug" label={words.slug} hint={words.slugNew} />
        </div>
        <div>
          <button className="button primary" type="submit">
            {words.create}
          </button>
        </div>
      </form>
    </section>
  )
}
