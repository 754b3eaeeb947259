import { Breadcrumb } from '@/components/site/breadcrumb'
import { Document } from '@/components/site/document'
import { encodePath } from '@/lib/articles/paths'
import { reportWordsFor } from '@/lib/i18n/report-words'
import type { Reportable } from '@/lib/reports/queries'
import type { Frame } from '@/lib/site/frame'

/** What whoever sent a report finds: the same for everybody, so that it says nothing of anybody. */
export function ReportSent({ frame, article }: { frame: Frame; article: Reportable }) {
  const words = reportWordsFor(frame.locale)
  const href = encodePath(article.path)
  return (
    <Document frame={frame} head={{ title: words.sent, description: '', canonicalPath: null, noIndex: true }}>
      <Breadcrumb frame={frame} above={[]} here={words.title} />
      <header className="archive-header">
        <h1>{words.sent}</h1>
        <p className="dek">{words.sentText}</p>
        <p>
          <a href={href}>{words.back}</a>
        </p>
      </header>
    </Document>
  )
}
