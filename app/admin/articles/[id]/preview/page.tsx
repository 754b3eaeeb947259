import { ForbiddenPage } from '@/components/admin/forbidden-page'
import { MissingPage } from '@/components/admin/missing-page'
import { PreviewPage } from '@/components/admin/preview/preview-page'
import { answerWith } from '@/lib/answer-with'
import { getEditing } from '@/lib/articles/editing/admin-queries'
import { mayWith } from '@/lib/articles/editing/ownership'
import { ownedOf } from '@/lib/articles/editing/stored-queries'
import { listPreviewLinks } from '@/lib/articles/preview/admin-queries'
import { isShownOutside } from '@/lib/articles/preview/sharing'
import { previewPath } from '@/lib/articles/preview/token'
import { admit } from '@/lib/auth/newsroom-start'
import { env } from '@/lib/env'

export const dynamic = 'force-dynamic'

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const page = await admit('articles.preview')
  if (!page) return null
  if ('forbidden' in page) return <ForbiddenPage frame={page.forbidden.frame} />
  const { db, now, frame, session, form } = page
  const { viewer } = session
  const { id } = await params
  const editing = /^[1-9]\d{0,8}$/.test(id) ? await getEditing(viewer, db, Number(id), now) : null
  if (!editing) {
    answerWith(404)
    return <MissingPage frame={frame} />
  }
  const { article, content, copy } = editing
  const isOpen = isShownOutside(article.input)
  const mayShare = mayWith(viewer, 'articles.share', ownedOf(article))
  const links = mayShare ? await listPreviewLinks(viewer, db, article.id) : null
  return (
    <PreviewPage
      frame={frame}
      article={{
        id: article.id,
        status: article.input.status,
        headline: content.headline,
        hasChanges: copy !== null,
        isShownOutside: isOpen,
      }}
      links={
        links?.map((link) => {
          const works = isOpen && link.revokedAt === null && link.expiresAt > now
          return { ...link, address: works ? env().siteUrl + previewPath(link) : null }
        }) ?? null
      }
      state={form}
    />
  )
}
