import { reportWordsFor } from '@/lib/i18n/report-words'
import { reportPath } from '@/lib/reports/paths'
import type { Frame } from '@/lib/site/frame'

/** Where a reader says what is wrong in the article; what they marked goes along (components/enhance/marked-sentence.ts). */
export function ReportLink({ frame, articleId }: { frame: Frame; articleId: number }) {
  return (
    <p className="note">
      <a className="report-error" href={reportPath(articleId)} rel="nofollow">
        {reportWordsFor(frame.locale).link}
      </a>
    </p>
  )
}
