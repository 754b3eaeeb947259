import { decodeSlug } from './addresses'
import { detach } from './detach'
import { metaValue } from './kept-meta'
import { plainLine } from './plain-line'
import { field, numberField, type WxrFields, type WxrItem } from './wxr-record'

export type SurveyedMenu = { slug: string; name: string; items: MenuItem[] }
type MenuItem = {
  id: number
  parent: number
  position: number
  title: string
  /** "post_type", "taxonomy" or "custom". */
  type: string
  object: string
  objectId: number
  url: string
  opensNewWindow: boolean
}

/** The menus of an export, kept as they are until there is somewhere to put them. */
export class MenuSurvey {
  readonly #menus = new Map<string, SurveyedMenu>()

  addMenu(fields: WxrFields): void {
    const slug = decodeSlug(field(fields, 'term_slug'))
    if (slug) this.#menu(slug).name = detach(plainLine(field(fields, 'term_name')) || slug)
  }

  addItem({ fields, terms, meta }: WxrItem): void {
    const own = (name: string) => metaValue(meta, `_menu_item_${name}`)
    const item: MenuItem = detach({
      id: numberField(fields, 'post_id'),
      parent: Number.parseInt(own('menu_item_parent'), 10) || 0,
      position: Number.parseInt(field(fields, 'menu_order'), 10) || 0,
      title: plainLine(field(fields, 'title')),
      type: own('type'),
      object: own('object'),
      objectId: Number.parseInt(own('object_id'), 10) || 0,
      url: own('url'),
      opensNewWindow: own('target') === '_blank',
    })
    for (const { domain, slug } of terms) if (domain === 'nav_menu') this.#menu(decodeSlug(slug)).items.push(item)
  }

  /** In a fixed order, whatever order the files came in. */
  get all(): SurveyedMenu[] {
    return [...this.#menus.values()]
      .map((menu) => ({ ...menu, items: menu.items.sort((a, b) => a.position - b.position || a.id - b.id) }))
      .sort((a, b) => (a.slug < b.slug ? -1 : 1))
  }

  #menu(slug: string): SurveyedMenu {
    const known = this.#menus.get(slug)
    if (known) return known
    const menu = { slug, name: slug, items: [] }
    this.#menus.set(detach(slug), menu)
    return menu
  }
}
