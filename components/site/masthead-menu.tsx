import type { ShownItem } from '@/lib/menus/shown-menu'
import { type Frame, foreignTo } from '@/lib/site/frame'
import { MenuLink } from './menu-link'

type Props = { frame: Frame; items: readonly ShownItem[]; isIn: (categoryId: number | null) => boolean }

/** The navigation that somebody made. What has more below it opens; its own page is then the first of those. */
export function MastheadMenu({ frame, items, isIn }: Props) {
  return items.map((item) => (
    <li key={item.id}>
      {item.below.length ? (
        <details name="menu">
          <summary
            aria-current={[item, ...item.below].some(({ categoryId }) => isIn(categoryId)) ? 'true' : undefined}
            {...foreignTo(frame, item.locale)}
          >
            {item.label}
          </summary>
          <ul>
            {[...(item.href === null ? [] : [item]), ...item.below].map((one) => (
              <li key={one.id}>
                <MenuLink frame={frame} item={one} current={isIn(one.categoryId)} />
              </li>
            ))}
          </ul>
        </details>
      ) : (
        <MenuLink frame={frame} item={item} current={isIn(item.categoryId)} />
      )}
    </li>
  ))
}
