import { FrontPage } from '@/components/front/front-page'
import { answerWith } from '@/lib/answer-with'
import { getFront } from '@/lib/front/queries'
import { queriedAddress } from '@/lib/redirects/address'
import { findRedirect } from '@/lib/redirects/queries'
import { beginPage } from '@/lib/site/page-frame'
import { findQueried } from '@/lib/wordpress/old-address-queries'
import { readOldQuery } from '@/lib/wordpress/old-query'
import { LedElsewhere } from './led-elsewhere'
import { NotFound } from './not-found-answer'

export const dynamic = 'force-dynamic'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The front. `/?p=12`, `/?s=words` and their like are WordPress's and lead to ours. */
export default async function Page({ searchParams }: Props) {
  const start = await beginPage()
  const { db, facts, now, frame } = start
  const query = firstOf(await searchParams)
  const old = readOldQuery(query)
  if (old) {
    const address = queriedAddress('/', query.toString())
    const lead = address && (await findRedirect(start, address))
    if (lead) return <LedElsewhere start={start} lead={lead} />
    const to = await findQueried(db, facts, old)
    if (to === null) return <NotFound start={start} />
    answerWith(301, to)
    return null
  }
  return <FrontPage frame={frame()} front={await getFront(db, facts, now)} />
}

/** Of a parameter that is there twice the first. */
function firstOf(parameters: Awaited<Props['searchParams']>): URLSearchParams {
  const pairs = Object.entries(parameters).map(([name, value]) => [name, [value].flat()[0] ?? ''])
  return new URLSearchParams(pairs)
}
