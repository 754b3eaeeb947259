import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { taxonomyWordsFor } from '@/lib/i18n/taxonomy-words'
import type { TagLine } from '@/lib/taxonomy/admin-queries'
import { createTagAction } from '@/lib/taxonomy/tag-actions'
import { type TagList, tagListPath } from '@/lib/taxonomy/tag-list'
import { NewsroomPage } from '../page'
import { TermAnswer } from './term-answer'
import { TermFields } from './term-fields'

type Props = {
  frame: NewsroomFrame
  list: TagList
  tags: readonly TagLine[]
  more: boolean
  state: FormState | undefined
}

export function TagsPage({ frame, list, tags, more, state }: Props) {
  const words = taxonomyWordsFor(frame.locale)
  const page = words.tags
  return (
    <NewsroomPage frame={frame} title={page.title} section="tags">
      <div className="page-head">
        <div className="grow">
          <h1>{page.title}</h1>
          <p className="meta">{page.intro}</p>
        </div>
        <a className="button" href="#new">
          {page.add}
        </a>
      </div>
      {state?.form === 'new' ? null : <TermAnswer frame={frame} state={state} />}
      <form className="finder" action="/admin/tags/">
        <label htmlFor="words">{page.find}</label>
        <input id="words" name="q" type="search" defaultValue={list.words} dir="auto" maxLength={80} />
        <button className="button" type="submit">
          {page.search}
        </button>
      </form>
      {tags.length ? (
        <TagTable frame={frame} tags={tags} />
      ) : (
        <p className="empty">{list.words ? page.none : page.nothing}</p>
      )}
      <p className="pager">
        {list.page > 1 ? <a href={tagListPath({ ...list, page: list.page - 1 })}>{page.previous}</a> : null}
        {more ? <a href={tagListPath({ ...list, page: list.page + 1 })}>{page.next}</a> : null}
      </p>
      <section className="column usual-gap" id="new" aria-labelledby="new-head">
        <header>
          <h2 id="new-head">{page.add}</h2>
        </header>
        {state?.form === 'new' ? <TermAnswer frame={frame} state={state} /> : null}
        <form action={createTagAction} className="fields">
          <div className="fields two">
            <TermFields
              frame={frame}
              form="new"
              state={state?.form === 'new' ? state : undefined}
              slugHint={words.slugHint}
            />
          </div>
          <div>
            <button className="button primary" type="submit">
              {words.create}
            </button>
          </div>
        </form>
      </section>
    </NewsroomPage>
  )
}

function TagTable({ frame, tags }: Pick<Props, 'frame' | 'tags'>) {
  const words = taxonomyWordsFor(frame.locale)
  return (
    <table className="list people">
      <caption className="unseen">{words.tags.list}</caption>
      <thead>
        <tr>
          <th scope="col">{words.name}</th>
          <th scope="col">{words.address}</th>
          <th scope="col">{words.articles}</th>
        </tr>
      </thead>
      <tbody>
        {tags.map(({ id, name, slug, published, filed }) => (
          <tr key={id}>
            <td>
              <a className="headline" href={`/admin/tags/${id}/`} dir="auto">
                {name}
              </a>
            </td>
            <td data-is={words.address}>
              <bdi dir="ltr">/tag/{slug}/</bdi>
            </td>
            <td data-is={words.articles}>
              <span>
                {words.published(published)} <span className="quiet">{words.filed(filed)}</span>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
