import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { redirectsWordsFor } from '@/lib/i18n/redirects-words'
import { addRedirectAction } from '@/lib/redirects/actions'
import type { RedirectLine } from '@/lib/redirects/admin-queries'
import { type RedirectList, redirectListPath, SORTS } from '@/lib/redirects/list-view'
import { NewsroomPage } from '../page'
import { RedirectAnswer } from './redirect-answer'
import { RedirectFields } from './redirect-fields'
import { RedirectTable } from './redirect-table'

type Props = {
  frame: NewsroomFrame
  list: RedirectList
  lines: readonly RedirectLine[]
  more: boolean
  all: number
  state: FormState | undefined
}

export function RedirectsPage({ frame, list, lines, more, all, state }: Props) {
  const words = redirectsWordsFor(frame.locale)
  const last = lines.at(-1)
  return (
    <NewsroomPage frame={frame} title={words.title} section="redirects">
      <div className="page-head">
        <div className="grow">
          <h1>{words.title}</h1>
          <p className="meta">
            {words.all(all)}. {words.intro}
          </p>
        </div>
        <a className="button" href="/admin/redirects/import/">
          {words.toImport}
        </a>
        <a className="button" href="/admin/redirects/export/" download="redirects.csv">
          {words.exported}
        </a>
        <a className="button" href="#new">
          {words.add}
        </a>
      </div>
      {state?.form === 'new' && state.error ? null : <RedirectAnswer frame={frame} state={state} />}
      <Finder frame={frame} list={list} />
      {lines.length ? (
        <RedirectTable frame={frame} lines={lines} />
      ) : (
        <p className="empty">{all ? words.none : words.nothing}</p>
      )}
      <p className="pager">
        {list.afterId === null ? null : <a href={redirectListPath({ ...list, afterId: null })}>{words.first}</a>}
        {more && last ? <a href={redirectListPath({ ...list, afterId: last.id })}>{words.next}</a> : null}
      </p>
      <NewRedirect frame={frame} state={state?.form === 'new' && state.error ? state : undefined} />
    </NewsroomPage>
  )
}

function Finder({ frame, list }: Pick<Props, 'frame' | 'list'>) {
  const words = redirectsWordsFor(frame.locale)
  return (
    <>
      <form className="finder" action="/admin/redirects/">
        <label htmlFor="words">{words.find}</label>
        <input id="words" name="q" type="search" defaultValue={list.words} dir="ltr" maxLength={200} />
        {list.sort === 'newest' ? null : <input type="hidden" name="sort" value={list.sort} />}
        <button className="button" type="submit">
          {words.search}
        </button>
      </form>
      <nav className="views" aria-label={words.orders}>
        {SORTS.map((sort) => (
          <a
            key={sort}
            href={redirectListPath({ words: list.words, sort, afterId: null })}
            aria-current={sort === list.sort ? 'page' : undefined}
          >
            {words.sorts[sort]}
          </a>
        ))}
      </nav>
    </>
  )
}

function NewRedirect({ frame, state }: Pick<Props, 'frame' | 'state'>) {
  const words = redirectsWordsFor(frame.locale)
  return (
    <section className="column usual-gap" id="new" aria-labelledby="new-head">
      <header>
        <h2 id="new-head">{words.add}</h2>
      </header>
      <p className="hint">{words.addText}</p>
      <RedirectAnswer frame={frame} state={state} />
      <form action={addRedirectAction} className="fields">
        <RedirectFields frame={frame} form="new" state={state} />
        <div>
          <button className="button primary" type="submit">
            {words.save}
          </button>
        </div>
      </form>
      <details className="usual-gap">
        <summary>{words.order}</summary>
        <p className="hint">{words.orderText}</p>
      </details>
    </section>
  )
}
