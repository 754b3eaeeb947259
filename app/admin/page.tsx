import { DeskPage } from '@/components/admin/desk-page'
import { ForbiddenPage } from '@/components/admin/forbidden-page'
import { admit } from '@/lib/auth/newsroom-start'
import { getDesk } from '@/lib/desk/admin-queries'

export const dynamic = 'force-dynamic'

/** The desk: what waits for whoever looks. */
export default async function Page() {
  const page = await admit('desk.read')
  if (!page) return null
  if ('forbidden' in page) return <ForbiddenPage frame={page.forbidden.frame} />
  const { db, now, frame, session, form } = page
  return <DeskPage frame={frame} desk={await getDesk(db, session.viewer, now)} state={form} />
}
