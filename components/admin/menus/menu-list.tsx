import type { NewsroomFrame } from '@/lib/auth/frame'
import { menusWordsFor } from '@/lib/i18n/menus-words'
import type { MenuView } from '@/lib/menus/admin-queries'
import type { MenuItem, MenuLeaf } from '@/lib/menus/menu'
import { Icon } from '../icon'

type Props = {
  frame: NewsroomFrame
  view: MenuView
  items: readonly (MenuItem | MenuLeaf)[]
  /** Of the page: which address opens an item. */
  hrefOf: (id: number) => string
  opened: number | null
  isTop: boolean
}

/** Items below one, or at the top. The buttons belong to the form around the whole tree. */
export function MenuList({ frame, view, items, hrefOf, opened, isTop }: Props) {
  const words = menusWordsFor(frame.locale)
  if (!items.length) return null
  return (
    <ul className="rows" aria-label={isTop ? words.tree : undefined}>
      {items.map((item, at) => {
        const name = nameOf(frame, view, item)
        const target = view.targets.get(item.id)
        const below = 'below' in item ? item.below : []
        const steps = {
          up: at > 0,
          down: at < items.length - 1,
          in: isTop && at > 0 && !below.length,
          out: !isTop,
        }
        return (
          <li key={item.id} data-branch={item.id}>
            <div className="row">
              <div className="grow">
                <a href={hrefOf(item.id)} aria-current={item.id === opened ? 'true' : undefined} dir="auto">
                  {name}
                </a>{' '}
                <span className="meta">{words.kinds[item.kind]}</span>{' '}
                {target?.href ? (
                  <bdi className="meta" dir="ltr">
                    {target.href}
                  </bdi>
                ) : null}
                {target === null || target?.isHidden ? (
                  <p className="wrong">
                    <Icon name="stop" />
                    {target === null ? words.lost : words.hidden}
                  </p>
                ) : null}
              </div>
              <span className="steps four">
                {(['up', 'down', 'in', 'out'] as const).map((step) =>
                  steps[step] ? (
                    <button
                      key={step}
                      type="submit"
                      className="button plain"
                      name="step"
                      value={`${item.id} ${step}`}
                      aria-label={words[step](name)}
                    >
                      <span className={step === 'in' || step === 'out' ? 'mirror' : undefined}>{ARROWS[step]}</span>
                    </button>
                  ) : null,
                )}
              </span>
            </div>
            <MenuList frame={frame} view={view} items={below} hrefOf={hrefOf} opened={opened} isTop={false} />
          </li>
        )
      })}
    </ul>
  )
}

const ARROWS = { up: '↑', down: '↓', in: '→', out: '←' } as const

/** As the newsroom calls it: its label in the language of whoever looks, else in any, else what it leads to. */
export function nameOf(frame: NewsroomFrame, { targets }: MenuView, { id, labels }: MenuLeaf): string {
  const label = labels[frame.locale] ?? Object.values(labels)[0]
  return label || targets.get(id)?.name || menusWordsFor(frame.locale).unnamed
}
