import { AnalyticsPage } from '@/components/admin/analytics/analytics-page'
import { ForbiddenPage } from '@/components/admin/forbidden-page'
import { admit } from '@/lib/auth/newsroom-start'
import { getFigures } from '@/lib/counting/admin-queries'
import { readSpan } from '@/lib/counting/figures'
import { getSiteFacts } from '@/lib/site/facts'

export const dynamic = 'force-dynamic'

type Props = { searchParams: Promise<{ span?: string | string[] }> }

/** What readers read. */
export default async function Page({ searchParams }: Props) {
  const page = await admit('analytics.read')
  if (!page) return null
  if ('forbidden' in page) return <ForbiddenPage frame={page.forbidden.frame} />
  const { db, frame, session, now } = page
  const span = readSpan([(await searchParams).span].flat()[0])
  const facts = await getSiteFacts(db)
  const figures = await getFigures(db, session.viewer, { span, facts, now })
  return figures && <AnalyticsPage frame={frame} figures={figures} counts={facts.figures.counts} />
}
