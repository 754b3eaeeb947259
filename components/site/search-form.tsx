import type { Frame } from '@/lib/site/frame'

export function SearchForm({ frame, query = '' }: { frame: Frame; query?: string }) {
  const { words, facts } = frame
  return (
    <search>
      <form className="search-form" action="/search/">
        <label className="visually-hidden" htmlFor="q">
          {words.searchSite(facts.site.name)}
        </label>
        <input id="q" name="q" type="search" defaultValue={query} dir="auto" maxLength={200} required />
        <button type="submit">{words.search}</button>
      </form>
    </search>
  )
}
