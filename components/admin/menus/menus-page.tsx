import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { menusWordsFor } from '@/lib/i18n/menus-words'
import { placeMenuItemAction, stepMenuItemAction, takeKeptMenuAction } from '@/lib/menus/actions'
import type { MenuView } from '@/lib/menus/admin-queries'
import { itemsOf, MENU_PLACES, type MenuPlace } from '@/lib/menus/menu'
import { Group } from '../group'
import { NewsroomPage } from '../page'
import { TreeTools } from '../tree/tree-tools'
import { AddForms, type Choice } from './add-forms'
import { ItemForm } from './item-form'
import { MenuAnswer } from './menu-answer'
import { MenuList } from './menu-list'

type Props = {
  frame: NewsroomFrame
  place: MenuPlace
  view: MenuView
  categories: readonly Choice[]
  pages: readonly Choice[]
  /** Which item is looked at. */
  opened: number | null
  state: FormState | undefined
}

const pathOf = (place: MenuPlace): string => (place === 'masthead' ? '/admin/menus/' : `/admin/menus/${place}/`)

/** One of the menus, as readers see it in order, with all that can be done to it. */
export function MenusPage(props: Props) {
  const { frame, place, view, opened, state } = props
  const words = menusWordsFor(frame.locale)
  const item = itemsOf(view.menu).find(({ id }) => id === opened)
  const order = view.menu.flatMap(({ id, below }) => [`.${id}`, ...below.map((leaf) => `${id}.${leaf.id}`)]).join(' ')
  const isInAdd = state?.form.startsWith('add-') && state.error
  return (
    <NewsroomPage frame={frame} title={`${words.title}: ${words.places[place]}`} section="menus">
      <div className="page-head">
        <div className="grow">
          <h1>{words.title}</h1>
          <p className="meta">{words.intro}</p>
        </div>
        <a className="button" href="#new">
          {words.add}
        </a>
      </div>
      <nav className="views" aria-label={words.which}>
        {MENU_PLACES.map((one) => (
          <a key={one} href={pathOf(one)} aria-current={one === place ? 'page' : undefined}>
            {words.places[one]}
          </a>
        ))}
      </nav>
      {isInAdd ? null : <MenuAnswer frame={frame} place={place} state={state} />}
      {view.menu.length ? (
        <form className="tree" action={stepMenuItemAction}>
          <input type="hidden" name="place" value={place} />
          <MenuList
            frame={frame}
            view={view}
            items={view.menu}
            hrefOf={(id) => `${pathOf(place)}?item=${id}#item`}
            opened={opened}
            isTop
          />
        </form>
      ) : (
        <p className="empty">{words.usual[place]}</p>
      )}
      {/* Filled in by the script where something was dragged. */}
      <form action={placeMenuItemAction} id="place" hidden>
        <input type="hidden" name="place" value={place} />
        <input type="hidden" name="id" />
        <input type="hidden" name="parentId" />
        <input type="hidden" name="beforeId" />
      </form>
      {view.menu.length ? <TreeTools order={order} hint={words.keys} /> : null}
      {item ? (
        <ItemForm frame={frame} place={place} view={view} item={item} back={pathOf(place)} state={state} />
      ) : null}
      <AddForms {...props} />
      <Kept frame={frame} place={place} view={view} />
    </NewsroomPage>
  )
}

function Kept({ frame, place, view }: Pick<Props, 'frame' | 'place' | 'view'>) {
  const words = menusWordsFor(frame.locale)
  if (!view.kept.length) return null
  return (
    <Group title={words.kept} text={words.keptText}>
      {view.kept.map(({ site, slug, name, items }) => (
        <form key={`${site} ${slug}`} action={takeKeptMenuAction} className="ends">
          <input type="hidden" name="place" value={place} />
          <input type="hidden" name="site" value={site} />
          <input type="hidden" name="slug" value={slug} />
          <button className="button" type="submit">
            {words.take(name)}
          </button>
          <span className="meta">
            {words.keptItems(items.length)} · <bdi dir="ltr">{site}</bdi>
          </span>
        </form>
      ))}
    </Group>
  )
}
