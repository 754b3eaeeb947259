import { ReportPage } from '@/components/report/report-page'
import { ReportSent } from '@/components/report/report-sent'
import { FORM_LIFETIME_MS, replyToken } from '@/lib/comments/token'
import { drawnOnce } from '@/lib/draw-once'
import { movedTo } from '@/lib/http/moved'
import { expiresAt, isPersonal, pageContext } from '@/lib/page-context'
import { parseReportAddress, reportPath, reportSentPath } from '@/lib/reports/paths'
import { findReportable } from '@/lib/reports/queries'
import { beginPage } from '@/lib/site/page-frame'
import { NotFound } from '../../not-found-answer'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ rest?: string[] }> }

/** `/report-an-error/12/`: what is wrong in that article, for the newsroom; `…/sent/`: that it has arrived. */
export default drawnOnce(async ({ params }: Props) => {
  const start = await beginPage()
  const address = parseReportAddress((await params).rest ?? [])
  if (!address) return <NotFound start={start} />
  const { articleId, isSent } = address
  if (movedTo(isSent ? reportSentPath(articleId) : reportPath(articleId))) return null
  const article = await findReportable(start.db, articleId)
  if (!article) return <NotFound start={start} />
  const frame = start.frame(article.locale)
  if (isSent) return <ReportSent frame={frame} article={article} />
  const refused = pageContext()?.refusedReport ?? null
  if (refused) isPersonal()
  expiresAt(new Date(start.now.getTime() + FORM_LIFETIME_MS))
  return <ReportPage frame={frame} article={article} token={replyToken(articleId, start.now)} refused={refused} />
})
