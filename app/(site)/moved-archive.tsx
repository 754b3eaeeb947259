import { answerWith } from '@/lib/answer-with'
import { findMovedArchive } from '@/lib/archives/moved-queries'
import type { PagedAddress } from '@/lib/archives/page-address'
import type { PageStart } from '@/lib/site/page-frame'
import { NotFound } from './not-found-answer'

/** Of a category, tag or author that is not there: where it went, its first page where that has fewer; else that it is not there. */
export async function MovedArchive({
  start,
  kind,
  address,
}: {
  start: PageStart
  kind: 'category' | 'tag' | 'author'
  address: PagedAddress | undefined
}) {
  const to = address && (await findMovedArchive(start.db, `/${kind}/${address.base.join('/')}/`))
  if (!to) return <NotFound start={start} />
  answerWith(301, address.page > 1 && to.startsWith(`/${kind}/`) ? `${to}page/${address.page}/` : to)
  return null
}
