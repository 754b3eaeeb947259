import type { ArticleView } from '@/lib/articles/view'
import type { Frame } from '@/lib/site/frame'

/** What a machine did for this text, above it: readers are told before they read. */
export function AiNote({ frame, article }: { frame: Frame; article: ArticleView }) {
  const { aiUse, aiNote } = article
  if (aiUse === 'NONE') return null
  return (
    <p className="dateline" dir="auto">
      <b>{frame.words.aiUse[aiUse]}</b> {aiNote}
    </p>
  )
}
