import type { Frame } from '@/lib/site/frame'

export function Footnotes({ frame, html }: { frame: Frame; html: string }) {
  return (
    <section className="footnotes hang" aria-labelledby="notes">
      <h2 id="notes">{frame.words.notes}</h2>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: part of a sanitised body (lib/articles/body.ts) */}
      <div dangerouslySetInnerHTML={{ __html: html }} />
    </section>
  )
}
