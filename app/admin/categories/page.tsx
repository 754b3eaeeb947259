import { ForbiddenPage } from '@/components/admin/forbidden-page'
import { CategoriesPage } from '@/components/admin/taxonomy/categories-page'
import { admit } from '@/lib/auth/newsroom-start'
import { listCategoryLines } from '@/lib/taxonomy/admin-queries'

export const dynamic = 'force-dynamic'

export default async function Page() {
  const page = await admit('taxonomy.edit')
  if (!page) return null
  if ('forbidden' in page) return <ForbiddenPage frame={page.forbidden.frame} />
  const { db, frame, session, form } = page
  return <CategoriesPage frame={frame} lines={await listCategoryLines(db, session.viewer)} state={form} />
}
