import { ArticleCorrections } from '@/components/admin/corrections/article-corrections'
import { MissingPage } from '@/components/admin/missing-page'
import { answerWith } from '@/lib/answer-with'
import { admit } from '@/lib/auth/newsroom-start'
import { parseRowId } from '@/lib/comments/row-id'
import { getCorrectable } from '@/lib/corrections/admin-queries'
import { findReported } from '@/lib/reports/admin-queries'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ report?: string | string[] }> }

/** What was put right in an article; `?report=7`: a reader's report of which a correction is made. */
export default async function Page({ params, searchParams }: Props) {
  const page = await admit('articles.edit')
  if (!page || 'forbidden' in page) return null
  const { db, frame, session, form } = page
  const articleId = parseRowId((await params).id)
  const article = articleId === null ? null : await getCorrectable(db, session.viewer, articleId)
  if (!article) {
    answerWith(404)
    return <MissingPage frame={frame} />
  }
  const { report } = await searchParams
  const reportId = typeof report === 'string' ? parseRowId(report) : null
  const reported =
    reportId === null ? null : await findReported(db, session.viewer, { id: reportId, articleId: article.id })
  return <ArticleCorrections frame={frame} article={article} reported={reported} state={form} />
}
