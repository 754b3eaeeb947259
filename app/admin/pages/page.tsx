import { ForbiddenPage } from '@/components/admin/forbidden-page'
import { PagesPage } from '@/components/admin/pages/pages-page'
import { listPageLines } from '@/lib/articles/pages/admin-queries'
import { admit } from '@/lib/auth/newsroom-start'

export const dynamic = 'force-dynamic'

export default async function Page() {
  const page = await admit('pages.edit')
  if (!page) return null
  if ('forbidden' in page) return <ForbiddenPage frame={page.forbidden.frame} />
  const { db, frame, session, form } = page
  return <PagesPage frame={frame} lines={await listPageLines(db, session.viewer)} state={form} />
}
