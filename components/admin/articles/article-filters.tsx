import type { Filters } from '@/lib/articles/admin-queries'
import { type ArticleList, articleListPath, isFiltered, STATUS_OF, STATUSES } from '@/lib/articles/list-view'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { deskWordsFor } from '@/lib/i18n/desk-words'
import { languageName } from '@/lib/i18n/format'
import { writingWordsFor } from '@/lib/i18n/writing-words'
import { Icon } from '../icon'

type Props = { frame: NewsroomFrame; list: ArticleList; filters: Filters }
type Choice = { name: string; label: string; any: string; chosen: string; options: { value: string; says: string }[] }

/** What narrows a list. Those that are set look different, because they are easily forgotten. */
export function ArticleFilters({ frame, list, filters }: Props) {
  const { locale } = frame
  const page = deskWordsFor(locale).list
  return (
    <search>
      <form className="filters" action="/admin/articles/" aria-label={page.filters}>
        {list.view === 'all' ? null : <input type="hidden" name="view" value={list.view} />}
        <div className="search">
          <Icon name="find" />
          <label className="unseen" htmlFor="words">
            {page.words}
          </label>
          <input
            id="words"
            name="words"
            type="search"
            defaultValue={list.words}
            placeholder={page.words}
            dir="auto"
            autoComplete="off"
          />
        </div>
        {choicesOf({ frame, list, filters }).map(({ name, label, any, chosen, options }) => (
          <span className={chosen ? 'choose set' : 'choose'} key={name}>
            <select name={name} aria-label={label} defaultValue={chosen}>
              <option value="">{any}</option>
              {options.map(({ value, says }) => (
                <option key={value} value={value}>
                  {says}
                </option>
              ))}
            </select>
          </span>
        ))}
        <button className="button" type="submit">
          {page.apply}
        </button>
        {isFiltered(list) ? (
          <a className="button plain" href={articleListPath({ view: list.view })}>
            {page.clear}
          </a>
        ) : null}
      </form>
    </search>
  )
}

function choicesOf({ frame: { locale }, list, filters }: Props): Choice[] {
  const page = deskWordsFor(locale).list
  const { statuses } = writingWordsFor(locale)
  const text = (id: number | null) => (id === null ? '' : String(id))
  const named = ({ id, name }: { id: number; name: string }) => ({ value: String(id), says: name })
  return [
    ...(STATUS_OF[list.view]
      ? []
      : [
          {
            name: 'status',
            label: page.status,
            any: page.anyStatus,
            chosen: list.status ?? '',
            options: STATUSES.map((value) => ({ value, says: statuses[value] })),
          },
        ]),
    {
      name: 'author',
      label: page.author,
      any: page.anyAuthor,
      chosen: text(list.authorId),
      options: filters.authors.map(named),
    },
    {
      name: 'category',
      label: page.category,
      any: page.anyCategory,
      chosen: text(list.categoryId),
      options: filters.categories.map(({ id, name, path }) => ({
        value: String(id),
        says: `${'– '.repeat(path.split('/').length - 1)}${name}`,
      })),
    },
    {
      name: 'language',
      label: page.language,
      any: page.anyLanguage,
      chosen: list.language ?? '',
      options: filters.languages.map((value) => ({ value, says: languageName(value, locale) })),
    },
  ]
}
