import type { NewsroomFrame } from '@/lib/auth/frame'
import { libraryWordsFor } from '@/lib/i18n/library-words'
import { isNarrowed, type LibraryList, libraryPath, monthText } from '@/lib/media/library-list'
import { LICENCES } from '@/lib/media/licences'
import { Icon } from '../icon'

type Props = { frame: NewsroomFrame; list: LibraryList; uploaders: { id: string; name: string }[] }

/** What narrows the library. */
export function LibraryFilters({ frame, list, uploaders }: Props) {
  const words = libraryWordsFor(frame.locale)
  return (
    <search>
      <form className="filters" action="/admin/media/" aria-label={words.filters}>
        {list.view === 'all' ? null : <input type="hidden" name="view" value={list.view} />}
        {list.shape === 'grid' ? null : <input type="hidden" name="shape" value={list.shape} />}
        <div className="search">
          <Icon name="find" />
          <label className="unseen" htmlFor="words">
            {words.words}
          </label>
          <input
            id="words"
            name="words"
            type="search"
            defaultValue={list.words}
            placeholder={words.words}
            dir="auto"
            autoComplete="off"
          />
        </div>
        <span className={list.licence ? 'choose set' : 'choose'}>
          <select name="licence" aria-label={words.licence} defaultValue={list.licence ?? ''}>
            <option value="">{words.anyLicence}</option>
            {LICENCES.map((licence) => (
              <option key={licence} value={licence}>
                {words.licences[licence]}
              </option>
            ))}
            <option value="none">{words.noLicence}</option>
          </select>
        </span>
        <span className={list.uploaderId ? 'choose set' : 'choose'}>
          <select name="by" aria-label={words.by} defaultValue={list.uploaderId ?? ''}>
            <option value="">{words.anybody}</option>
            {uploaders.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </span>
        <label className={list.month ? 'month set' : 'month'}>
          <span className="meta">{words.month}</span>
          <input type="month" name="month" defaultValue={list.month ? monthText(list.month) : ''} />
        </label>
        <button className="button" type="submit">
          {words.apply}
        </button>
        {isNarrowed(list) ? (
          <a className="button plain" href={libraryPath({ view: list.view, shape: list.shape })}>
            {words.clear}
          </a>
        ) : null}
      </form>
    </search>
  )
}
