import { z } from 'zod'
import { encodePath } from '@/lib/articles/paths'
import { jobKind } from '@/lib/jobs/kind'
import { readSender } from '@/lib/mail/mutations'
import { sendLetter } from '@/lib/mail/send'

/** The newsroom's answer to a report, to the address that was left with it; to nobody who was erased meanwhile. */
export const mailReport = jobKind({
  payload: z.object({ reportId: z.number().int() }),
  async work(db, { reportId }) {
    const report = await db.errorReport.findUnique({
      where: { id: reportId },
      select: {
        ...{ sentence: true, text: true, answer: true, sender: { select: { email: true } } },
        article: { select: { path: true, headline: true, locale: true } },
      },
    })
    const address = report?.sender?.email
    if (!report?.answer || !address) return
    const { article } = report
    const { locale, words, siteUrl, site } = await readSender(db, article.locale)
    const { subject, text, wrote, link } = words.report
    await sendLetter(
      { name: '', address },
      {
        ...{ locale, site, subject: subject(article.headline) },
        paragraphs: [text(article.headline), report.answer, `${wrote}\n${report.text}`],
        link: { says: link, href: siteUrl + encodePath(article.path) },
      },
    )
  },
})
