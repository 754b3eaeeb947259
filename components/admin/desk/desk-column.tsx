import type { ReactNode } from 'react'
import { formatCount } from '@/lib/i18n/format'

type Props = {
  id: string
  title: string
  locale: string
  count?: number
  /** What leads to all of it, and where. */
  all: string
  href: string
  /** True where it waits for whoever looks. */
  you?: boolean
  children: ReactNode
}

/** A section of the desk under its heavy rule. */
export function DeskColumn({ id, title, locale, count = 0, all, href, you = false, children }: Props) {
  return (
    <section className="column" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {count > 0 ? <span className={you ? 'count you' : 'count'}>{formatCount(count, locale)}</span> : null}
        <a href={href}>{all}</a>
      </header>
      {children}
    </section>
  )
}
