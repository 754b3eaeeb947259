import type { ShownItem } from '@/lib/menus/shown-menu'
import { type Frame, foreignTo } from '@/lib/site/frame'

type Props = { frame: Frame; item: ShownItem; current?: boolean }

/** An item of a menu: its label, in its language, leading somewhere or not. */
export function MenuLink({ frame, item: { label, locale, href }, current = false }: Props) {
  const own = foreignTo(frame, locale)
  if (href === null) return <span {...own}>{label}</span>
  return (
    <a href={href} aria-current={current ? 'true' : undefined} {...own}>
      {label}
    </a>
  )
}
