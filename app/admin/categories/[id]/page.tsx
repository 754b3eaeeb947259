import { ForbiddenPage } from '@/components/admin/forbidden-page'
import { MissingPage } from '@/components/admin/missing-page'
import { CategoriesPage } from '@/components/admin/taxonomy/categories-page'
import { CategoryPage } from '@/components/admin/taxonomy/category-page'
import { answerWith } from '@/lib/answer-with'
import { admit } from '@/lib/auth/newsroom-start'
import { listCategoryLines } from '@/lib/taxonomy/admin-queries'

export const dynamic = 'force-dynamic'

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const page = await admit('taxonomy.edit')
  if (!page) return null
  if ('forbidden' in page) return <ForbiddenPage frame={page.forbidden.frame} />
  const { db, frame, session, form } = page
  const { id } = await params
  const lines = await listCategoryLines(db, session.viewer)
  const category = lines.find((line) => String(line.id) === id)
  if (category) return <CategoryPage frame={frame} lines={lines} category={category} state={form} />
  // It has just been merged or deleted from here.
  if (form) return <CategoriesPage frame={frame} lines={lines} state={form} />
  answerWith(404)
  return <MissingPage frame={frame} />
}
