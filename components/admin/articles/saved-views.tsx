import { type ArticleList, articleListPath } from '@/lib/articles/list-view'
import { removeViewAction, saveViewAction } from '@/lib/articles/views/actions'
import type { SavedView } from '@/lib/articles/views/admin-queries'
import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { may } from '@/lib/auth/permissions'
import { planningWordsFor } from '@/lib/i18n/planning-words'
import { FormAnswer } from '../form-answer'
import { Icon } from '../icon'

type Props = { frame: NewsroomFrame; list: ArticleList; views: SavedView[]; state: FormState | undefined }

/** Lists that somebody narrowed and gave a name: one's own, and those that editors share. */
export function SavedViews({ frame, list, views, state }: Props) {
  const words = planningWordsFor(frame.locale).views
  const here = articleListPath({ ...list, page: 1 })
  const own = views.filter(
    ({ isOwn, isShared }) => isOwn || (isShared && frame.viewer && may(frame.viewer, 'views.share')),
  )
  return (
    <div className="saved-views">
      <Answer frame={frame} state={state} />
      {views.length ? (
        <nav className="views" aria-label={words.saved}>
          {views.map(({ id, name, path, isShared, isOwn }) => (
            <a key={id} href={path} aria-current={path === here ? 'page' : undefined} data-saved-view="">
              <bdi>{name}</bdi>
              {isShared && !isOwn ? <span className="unseen"> ({words.byOthers})</span> : null}
            </a>
          ))}
        </nav>
      ) : null}
      <details className="manage">
        <summary className="button plain">{words.save}</summary>
        <form action={saveViewAction} className="fields">
          <input type="hidden" name="query" value={new URL(here, 'http://list.invalid').search.slice(1)} />
          <div className="field">
            <label htmlFor="view-name">{words.name}</label>
            <input id="view-name" name="name" type="text" required maxLength={60} dir="auto" autoComplete="off" />
          </div>
          {frame.viewer && may(frame.viewer, 'views.share') ? (
            <label className="tick">
              <input type="checkbox" name="shared" /> {words.shared}
            </label>
          ) : null}
          <button className="button" type="submit">
            {words.keep}
          </button>
        </form>
      </details>
      {own.length ? (
        <details className="manage">
          <summary className="button plain">{words.manage}</summary>
          <ul className="fields">
            {own.map(({ id, name }) => (
              <li key={id}>
                <form action={removeViewAction}>
                  <input type="hidden" name="viewId" value={id} />
                  <button className="button" type="submit" aria-label={words.remove(name)}>
                    <bdi>{name}</bdi> <Icon name="stop" />
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  )
}

function Answer({ frame, state }: { frame: NewsroomFrame; state: FormState | undefined }) {
  if (state?.form !== 'view') return null
  const words = planningWordsFor(frame.locale).views
  const done = state.done && words.done[state.done]
  if (!done && state.error !== 'many') return <FormAnswer frame={frame} state={state} />
  return (
    <div className={done ? 'notice' : 'notice stop'} role={done ? 'status' : 'alert'}>
      <Icon name={done ? 'done' : 'stop'} />
      <p>{done || words.many}</p>
    </div>
  )
}
