import { ForbiddenPage } from '@/components/admin/forbidden-page'
import { MissingPage } from '@/components/admin/missing-page'
import { ReaderFront } from '@/components/admin/preview/reader-front'
import { answerWith } from '@/lib/answer-with'
import { admit } from '@/lib/auth/newsroom-start'
import { previewFront } from '@/lib/front/admin-queries'
import { isPersonal, isPreviewed } from '@/lib/page-context'
import { beginPage } from '@/lib/site/page-frame'

export const dynamic = 'force-dynamic'

/** The very front that readers would get, for a frame of the newsroom. */
export default async function Page() {
  isPersonal()
  const page = await admit('front.edit')
  if (!page) return null
  if ('forbidden' in page) return <ForbiddenPage frame={page.forbidden.frame} />
  const { db, facts, now, frame } = await beginPage()
  const preview = isPreviewed() ? await previewFront(db, page.session.viewer, facts, now) : null
  if (!preview) {
    answerWith(404)
    return <MissingPage frame={page.frame} />
  }
  return <ReaderFront frame={frame()} {...preview} />
}
