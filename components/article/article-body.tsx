import { drawBody } from '@/lib/articles/draw-body'
import type { Frame } from '@/lib/site/frame'
import { typeset } from '@/lib/wordpress/text/typography'

/** HTML of a canonical body; with the footnotes that are parted from it, the only place that prints any. */
export function ArticleBody({
  frame,
  html,
  missing,
  imported,
}: {
  frame: Frame
  html: string
  missing: ReadonlySet<string>
  /** WordPress makes its typography when it draws, so an imported text brings none. */
  imported: boolean
}) {
  const drawn = drawBody(imported ? typeset(html) : html, missing, frame.words, frame.facts.unfinishedPictures)
  // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised when it was stored (lib/markup/sanitise.ts)
  return <div className="article-body" dir="auto" dangerouslySetInnerHTML={{ __html: drawn }} />
}
