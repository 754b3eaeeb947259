import { SearchPage } from '@/components/search/search-page'
import { answerWith } from '@/lib/answer-with'
import { partPagedAddress } from '@/lib/archives/page-address'
import { decodeSegment, searchPath } from '@/lib/articles/paths'
import { findAuthors } from '@/lib/authors/queries'
import { searchedWords } from '@/lib/counting/searched'
import { drawnOnce } from '@/lib/draw-once'
import { requestPath } from '@/lib/http/request-path'
import { countsAs } from '@/lib/page-context'
import { getSearchPage } from '@/lib/search/queries'
import { cleanQuery } from '@/lib/search/query'
import { beginPage } from '@/lib/site/page-frame'
import { NotFound } from '../../not-found-answer'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ rest?: string[] }>; searchParams: Promise<{ q?: string | string[] }> }

/** `/search/?q=words`, `/search/page/2/?q=words`; without words the form alone. WordPress's `/search/words/` leads there. */
export default drawnOnce(async ({ params, searchParams }: Props) => {
  const start = await beginPage()
  const address = partPagedAddress(((await params).rest ?? []).map(decodeSegment))
  const [words, ...more] = address?.base ?? []
  if (!address || more.length) return <NotFound start={start} />
  if (words !== undefined) {
    answerWith(301, searchPath(cleanQuery(words), address.page))
    return null
  }
  const { q = '' } = await searchParams
  const query = cleanQuery([q].flat()[0] ?? '')
  const { page } = address
  const path = requestPath()
  if (path !== undefined && path !== searchPath('', page)) {
    answerWith(301, searchPath(query, page))
    return null
  }
  const { db, facts, now, frame } = start
  const results = await getSearchPage(db, query, page, facts, now)
  if (!results) return <NotFound start={start} />
  const searched = page === 1 ? searchedWords(query) : null
  if (searched !== null) countsAs({ searched: { words: searched, found: results.total > 0 } })
  const authors = page === 1 ? findAuthors(facts, query) : []
  return <SearchPage frame={frame()} query={query} results={results} authors={authors} />
})
