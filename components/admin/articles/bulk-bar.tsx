import type { BulkVerb } from '@/lib/articles/bulk/bulk'
import type { ArticleList } from '@/lib/articles/list-view'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { may } from '@/lib/auth/permissions'
import { deskWordsFor } from '@/lib/i18n/desk-words'
import { writingWordsFor } from '@/lib/i18n/writing-words'

type Props = { frame: NewsroomFrame; list: ArticleList; categories: { id: number; name: string }[] }

/**
 * What is done with all that is chosen, at the foot, where the hand already is. Enter presses the first button, so that is
 * the one that does least.
 */
export function BulkBar({ frame: { locale, viewer }, list, categories }: Props) {
  const page = deskWordsFor(locale).list
  const { life } = writingWordsFor(locale)
  if (!viewer) return null
  const button = (verb: BulkVerb) => (
    <button className="button" type="submit" name="verb" value={verb}>
      {page.verbs[verb]}
    </button>
  )
  if (list.view === 'trash') {
    return (
      <fieldset className="bulk">
        <legend>{page.chosen}</legend>
        {button('restore')}
        {may(viewer, 'articles.delete') ? (
          <details className="manage">
            <summary className="button">{page.deleteQuestion}</summary>
            <div className="fields">
              <p>{page.deleteText}</p>
              {button('delete')}
            </div>
          </details>
        ) : null}
      </fieldset>
    )
  }
  return (
    <fieldset className="bulk">
      <legend>{page.chosen}</legend>
      <span className="with">
        <input
          name="tag"
          type="text"
          aria-label={page.tag}
          placeholder={page.tag}
          maxLength={80}
          dir="auto"
          autoComplete="off"
        />
        {button('tag')}
      </span>
      <span className="with">
        <span className="choose">
          <select name="category" aria-label={page.category} defaultValue="">
            <option value="">{page.category}</option>
            {categories.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </span>
        {button('category')}
      </span>
      {may(viewer, 'articles.publish', 'own') ? button('publish') : null}
      {may(viewer, 'articles.withdraw', 'own') ? (
        <details className="manage">
          <summary className="button">{life.withdraw}</summary>
          <div className="fields">
            <div className="field">
              <label htmlFor="notice">{life.notice}</label>
              <textarea id="notice" name="notice" rows={3} maxLength={2000} dir="auto" />
            </div>
            {button('withdraw')}
          </div>
        </details>
      ) : null}
      {button('trash')}
    </fieldset>
  )
}
