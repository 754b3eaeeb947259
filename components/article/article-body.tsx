import { drawBody } from '@/lib/articles/draw-body'
import type { Frame } from '@/lib/site/frame'

/** HTML of a canonical body; the only place that prints any. */
export function ArticleBody({ frame, html, missing }: { frame: Frame; html: string; missing: ReadonlySet<string> }) {
  const drawn = drawBody(html, missing, frame.words)
  // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised when it was stored (lib/markup/sanitise.ts)
  return <div className="article-body" dir="auto" dangerouslySetInnerHTML={{ __html: drawn }} />
}
