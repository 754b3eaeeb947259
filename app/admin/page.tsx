import { DeskPage } from '@/components/admin/desk-page'
import { ForbiddenPage } from '@/components/admin/forbidden-page'
import { admit } from '@/lib/auth/newsroom-start'
import { countUnfinished } from '@/lib/desk/admin-queries'

export const dynamic = 'force-dynamic'

/** The desk: what waits for whoever looks. */
export default async function Page() {
  const page = await admit('desk.read')
  if (!page) return null
  if ('forbidden' in page) return <ForbiddenPage frame={page.forbidden.frame} />
  return <DeskPage frame={page.frame} unfinished={await countUnfinished(page.db, page.session.viewer)} />
}
