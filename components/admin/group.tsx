import type { ReactNode } from 'react'

/** One subject of a page of settings: what it is about, and its fields beside that. */
export function Group({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  return (
    <section className="group">
      <div>
        <h2>{title}</h2>
        {text ? <p>{text}</p> : null}
      </div>
      <div className="fields">{children}</div>
    </section>
  )
}
