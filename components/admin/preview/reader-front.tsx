import { FrontPage } from '@/components/front/front-page'
import type { FrontView } from '@/lib/front/queries'
import type { Frame } from '@/lib/site/frame'

/** The front as readers would see it, with a line above that says what it is. */
export function ReaderFront({ frame, front, isLive }: { frame: Frame; front: FrontView; isLive: boolean }) {
  const said = frame.words.preview
  const banner = (
    <aside className="preview-banner">
      <p>
        <b>{said.title}</b> {isLive ? said.live : said.changes}
      </p>
    </aside>
  )
  return <FrontPage frame={frame} front={front} banner={banner} />
}
