import { ForbiddenPage } from '@/components/admin/forbidden-page'
import { ReportsPage } from '@/components/admin/reports/reports-page'
import { admit } from '@/lib/auth/newsroom-start'
import { countReports, getReport, listReports } from '@/lib/reports/admin-queries'
import { readReportView } from '@/lib/reports/desk-view'

export const dynamic = 'force-dynamic'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const page = await admit('reports.read')
  if (!page) return null
  if ('forbidden' in page) return <ForbiddenPage frame={page.forbidden.frame} />
  const { db, frame, session, form } = page
  const view = readReportView(await searchParams)
  const [queue, counts] = await Promise.all([listReports(db, session.viewer, view), countReports(db, session.viewer)])
  const id = view.id ?? queue.reports[0]?.id ?? null
  const open = id === null ? null : await getReport(db, session.viewer, id)
  return <ReportsPage frame={frame} view={view} queue={queue} counts={counts} open={open} state={form} />
}
