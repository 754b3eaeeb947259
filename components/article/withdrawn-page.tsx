import { Breadcrumb } from '@/components/site/breadcrumb'
import { Document } from '@/components/site/document'
import { allPath } from '@/lib/articles/paths'
import type { WithdrawnArticle } from '@/lib/articles/view'
import { formatDate } from '@/lib/i18n/format'
import type { Frame } from '@/lib/site/frame'

/** The notice that stays at the address of an article that was taken down. */
export function WithdrawnPage({ frame, article }: { frame: Frame; article: WithdrawnArticle }) {
  const { words, locale, zone } = frame
  const { title, text } = words.withdrawn
  return (
    <Document frame={frame} head={{ title, description: '', canonicalPath: null, noIndex: true }}>
      <Breadcrumb frame={frame} above={[{ name: words.all, href: allPath() }]} here={title} />
      <header className="archive-header">
        <p className="kicker">410</p>
        <h1>{title}</h1>
        <p className="dek">{text(formatDate(article.at, locale, zone))}</p>
        {article.notice && <p dir="auto">{article.notice}</p>}
      </header>
    </Document>
  )
}
