import type { ShownItem } from '@/lib/menus/shown-menu'
import type { Frame } from '@/lib/site/frame'
import { MenuLink } from './menu-link'

/** The columns that somebody made: one for each item with more below it, and one for all that stand alone. */
export function FooterMenu({ frame, items }: { frame: Frame; items: readonly ShownItem[] }) {
  const alone = items.filter(({ below }) => !below.length)
  return (
    <>
      {items.map((item) =>
        item.below.length ? (
          <nav key={item.id} aria-labelledby={`footer-${item.id}`}>
            <h2 id={`footer-${item.id}`}>
              <MenuLink frame={frame} item={item} />
            </h2>
            <Links frame={frame} items={item.below} />
          </nav>
        ) : null,
      )}
      {alone.length ? (
        <nav aria-labelledby="footer-more">
          <h2 id="footer-more">{frame.words.footerMore}</h2>
          <Links frame={frame} items={alone} />
        </nav>
      ) : null}
    </>
  )
}

function Links({ frame, items }: { frame: Frame; items: readonly ShownItem[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.id}>
          <MenuLink frame={frame} item={item} />
        </li>
      ))}
    </ul>
  )
}
