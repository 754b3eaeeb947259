import { ForbiddenPage } from '@/components/admin/forbidden-page'
import { FrontPreviewPage } from '@/components/admin/front/front-preview-page'
import { admit } from '@/lib/auth/newsroom-start'

export const dynamic = 'force-dynamic'

export default async function Page() {
  const page = await admit('front.edit')
  if (!page) return null
  if ('forbidden' in page) return <ForbiddenPage frame={page.forbidden.frame} />
  return <FrontPreviewPage frame={page.frame} />
}
