import { FrontPage } from '@/components/front/front-page'
import { answerWith } from '@/lib/answer-with'
import { searchPath } from '@/lib/articles/paths'
import { getFront } from '@/lib/front/queries'
import { beginPage } from '@/lib/site/page-frame'

export const dynamic = 'force-dynamic'

type Props = { searchParams: Promise<{ s?: string | string[] }> }

/** The front. `/?s=words` is WordPress's search and leads to ours. */
export default async function Page({ searchParams }: Props) {
  const { s } = await searchParams
  if (s !== undefined) {
    answerWith(301, searchPath([s].flat()[0] ?? ''))
    return null
  }
  const { db, facts, now, frame } = await beginPage()
  return <FrontPage frame={frame()} front={await getFront(db, facts, now)} />
}
