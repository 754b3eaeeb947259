import { allPath } from '@/lib/articles/paths'
import type { Frame } from '@/lib/site/frame'
import { Breadcrumb } from './breadcrumb'
import { Document } from './document'

/** What was here is gone for good, as somebody wrote by hand. */
export function GonePage({ frame }: { frame: Frame }) {
  const { words } = frame
  const { title, text } = words.gone
  return (
    <Document frame={frame} head={{ title, description: '', canonicalPath: null, noIndex: true }}>
      <Breadcrumb frame={frame} above={[{ name: words.all, href: allPath() }]} here={title} />
      <header className="archive-header">
        <p className="kicker">410</p>
        <h1>{title}</h1>
        <p className="dek">{text}</p>
      </header>
    </Document>
  )
}
