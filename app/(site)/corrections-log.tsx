import { CorrectionsPage } from '@/components/corrections/corrections-page'
import { pageCount } from '@/lib/archives/paging'
import { correctionsPath } from '@/lib/articles/paths'
import { countCorrections, listCorrections } from '@/lib/corrections/queries'
import { movedTo } from '@/lib/http/moved'
import type { PageStart } from '@/lib/site/page-frame'
import { NotFound } from './not-found-answer'

const ON_A_PAGE = 50

/** Everything that was put right on published articles, newest first. */
export async function CorrectionsLog({ start, page }: { start: PageStart; page: number }) {
  if (movedTo(correctionsPath(page))) return null
  const { db, frame } = start
  const pages = pageCount(await countCorrections(db), ON_A_PAGE)
  if (page > pages) return <NotFound start={start} />
  const corrections = await listCorrections(db, ON_A_PAGE, (page - 1) * ON_A_PAGE)
  return <CorrectionsPage frame={frame()} corrections={corrections} page={page} pages={pages} />
}
