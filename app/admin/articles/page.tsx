import { ArticlesPage } from '@/components/admin/articles-page'
import { ForbiddenPage } from '@/components/admin/forbidden-page'
import { listArticles, listFilters } from '@/lib/articles/admin-queries'
import { type ListQuery, readArticleList } from '@/lib/articles/list-view'
import { admit } from '@/lib/auth/newsroom-start'

export const dynamic = 'force-dynamic'

export default async function Page({ searchParams }: { searchParams: Promise<ListQuery> }) {
  const page = await admit('articles.read')
  if (!page) return null
  if ('forbidden' in page) return <ForbiddenPage frame={page.forbidden.frame} />
  const { db, frame, session, form } = page
  const list = readArticleList(await searchParams)
  const [{ articles, more }, filters] = await Promise.all([listArticles(db, session.viewer, list), listFilters(db)])
  return <ArticlesPage frame={frame} list={list} articles={articles} more={more} filters={filters} state={form} />
}
