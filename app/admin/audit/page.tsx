import { AuditPage } from '@/components/admin/audit-page'
import { ForbiddenPage } from '@/components/admin/forbidden-page'
import { listAuditEvents } from '@/lib/audit/admin-queries'
import { admit } from '@/lib/auth/newsroom-start'

export const dynamic = 'force-dynamic'

export default async function Page({ searchParams }: { searchParams: Promise<{ before?: string | string[] }> }) {
  const page = await admit('audit.read')
  if (!page) return null
  if ('forbidden' in page) return <ForbiddenPage frame={page.forbidden.frame} />
  const { before } = await searchParams
  const from = typeof before === 'string' && /^\d{1,9}$/.test(before) ? Number(before) : null
  const events = (await listAuditEvents(page.db, page.session.viewer, from)) ?? []
  return <AuditPage frame={page.frame} events={events} />
}
