import type { Frame } from '@/lib/site/frame'
import { Document } from './document'

/** One thing said plainly, and the reader's own words given back where there were any. */
export function MessagePage({
  frame,
  message: { title, paragraphs },
  words: given,
  backPath,
}: {
  frame: Frame
  message: { title: string; paragraphs: string[] }
  /** What the reader had written, by field name. */
  words: Record<string, string>
  /** Encoded path of the page the reader came from. */
  backPath: string | null
}) {
  const { words } = frame
  const kept = Object.entries(given)
  return (
    <Document frame={frame} head={{ title, description: '', canonicalPath: null, noIndex: true }}>
      <header className="archive-header">
        <h1>{title}</h1>
        {paragraphs.map((paragraph) => (
          <p key={paragraph} className="dek">
            {paragraph}
          </p>
        ))}
        {backPath ? (
          <p>
            <a href={backPath}>{words.refused.back}</a>
          </p>
        ) : null}
      </header>
      {kept.length ? (
        <section className="comment-form hang" aria-labelledby="your-words">
          <h2 id="your-words">{words.refused.yourWords}</h2>
          {kept.map(([name, value]) => (
            <div className="field" key={name}>
              <label htmlFor={`kept-${name}`}>{fieldName(frame, name)}</label>
              {name === 'comment' ? (
                <textarea id={`kept-${name}`} rows={12} readOnly dir="auto" defaultValue={value} />
              ) : (
                <input id={`kept-${name}`} readOnly dir="auto" defaultValue={value} />
              )}
            </div>
          ))}
        </section>
      ) : null}
    </Document>
  )
}

function fieldName({ words: { reply } }: Frame, name: string): string {
  const names: Record<string, string> = {
    comment: reply.comment,
    author: reply.name,
    email: reply.email,
    url: reply.website,
  }
  return names[name] ?? name
}
