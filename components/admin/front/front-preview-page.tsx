import type { NewsroomFrame } from '@/lib/auth/frame'
import { frontWordsFor } from '@/lib/i18n/front-words'
import { NewsroomDocument } from '../document'
import { PreviewStage } from '../preview/preview-stage'

/** The front as readers would see it, at any width. */
export function FrontPreviewPage({ frame }: { frame: NewsroomFrame }) {
  const words = frontWordsFor(frame.locale)
  return (
    <NewsroomDocument frame={frame} title={words.previewTitle}>
      <a className="skip" href="#main">
        {frame.words.skip}
      </a>
      <header className="edit-bar">
        <a className="button plain" href="/admin/front/">
          {frame.words.back}
        </a>
        <span className="grow" />
      </header>
      <main id="main">
        <h1 className="unseen">{words.previewTitle}</h1>
        <PreviewStage locale={frame.locale} src="/admin/front/preview/reader/" />
      </main>
    </NewsroomDocument>
  )
}
