import { ForbiddenPage } from '@/components/admin/forbidden-page'
import { PeoplePage } from '@/components/admin/people-page'
import { admit } from '@/lib/auth/newsroom-start'
import { listInvitations, listPeople } from '@/lib/people/admin-queries'

export const dynamic = 'force-dynamic'

export default async function Page() {
  const page = await admit('people.read')
  if (!page) return null
  if ('forbidden' in page) return <ForbiddenPage frame={page.forbidden.frame} />
  const { db, now, frame, session, form } = page
  const [people, invitations] = await Promise.all([
    listPeople(db, session.viewer, now),
    listInvitations(db, session.viewer, now),
  ])
  return <PeoplePage frame={frame} people={people ?? []} invitations={invitations} state={form} />
}
