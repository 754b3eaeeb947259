import { ForbiddenPage } from '@/components/admin/forbidden-page'
import { MenusPage } from '@/components/admin/menus/menus-page'
import { admit } from '@/lib/auth/newsroom-start'
import { getMenu, listMenuPages } from '@/lib/menus/admin-queries'
import type { MenuPlace } from '@/lib/menus/menu'
import { getSiteFacts } from '@/lib/site/facts'
import { inTreeOrder } from '@/lib/taxonomy/arrange'

export type MenuQuery = Promise<Record<string, string | string[] | undefined>>

/** The page of one menu. */
export async function DrawnMenu({ place, query }: { place: MenuPlace; query: MenuQuery }) {
  const page = await admit('menus.edit')
  if (!page) return null
  if ('forbidden' in page) return <ForbiddenPage frame={page.forbidden.frame} />
  const { db, frame, session, form } = page
  const view = await getMenu(db, session.viewer, place)
  if (!view) return <ForbiddenPage frame={frame} />
  const { item } = await query
  const { categories } = await getSiteFacts(db)
  const pages = await listMenuPages(db, session.viewer)
  return (
    <MenusPage
      frame={frame}
      place={place}
      view={view}
      categories={inTreeOrder(categories).map(({ id, depth }) => ({
        id,
        says: `${'\u2003'.repeat(depth)}${categories.get(id)?.name ?? ''}`,
      }))}
      pages={pages.map(({ id, headline, path }) => ({ id, says: headline || path }))}
      opened={typeof item === 'string' && /^[1-9]\d{0,8}$/.test(item) ? Number(item) : null}
      state={form}
    />
  )
}
