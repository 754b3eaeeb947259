import { ForbiddenPage } from '@/components/admin/forbidden-page'
import { MissingPage } from '@/components/admin/missing-page'
import { ReaderPage } from '@/components/admin/preview/reader-page'
import { answerWith } from '@/lib/answer-with'
import { getPreview } from '@/lib/articles/preview/admin-queries'
import { admit } from '@/lib/auth/newsroom-start'
import { isPersonal, isPreviewed } from '@/lib/page-context'
import { beginPage } from '@/lib/site/page-frame'

export const dynamic = 'force-dynamic'

/** The very page that readers will get, for a frame of the newsroom. */
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  isPersonal()
  const page = await admit('articles.preview')
  if (!page) return null
  if ('forbidden' in page) return <ForbiddenPage frame={page.forbidden.frame} />
  const { db, facts, now, frame } = await beginPage()
  const { id } = await params
  const isAsked = /^[1-9]\d{0,8}$/.test(id) && isPreviewed()
  const preview = isAsked ? await getPreview(page.session.viewer, db, Number(id), facts, now) : null
  if (!preview) {
    answerWith(404)
    return <MissingPage frame={page.frame} />
  }
  return <ReaderPage frame={frame(preview.article.locale)} preview={preview} until={null} />
}
