import { ArticlesPage } from '@/components/admin/articles-page'
import { ForbiddenPage } from '@/components/admin/forbidden-page'
import { listArticles, listFilters } from '@/lib/articles/admin-queries'
import { type ListQuery, readArticleList, readQuick } from '@/lib/articles/list-view'
import { getQuick } from '@/lib/articles/quick/admin-queries'
import { listSavedViews } from '@/lib/articles/views/admin-queries'
import { admit } from '@/lib/auth/newsroom-start'

export const dynamic = 'force-dynamic'

export default async function Page({ searchParams }: { searchParams: Promise<ListQuery> }) {
  const page = await admit('articles.read')
  if (!page) return null
  if ('forbidden' in page) return <ForbiddenPage frame={page.forbidden.frame} />
  const { db, now, frame, session, form } = page
  const { viewer } = session
  const query = await searchParams
  const list = readArticleList(query)
  const [{ articles, more }, filters, views] = await Promise.all([
    listArticles(db, viewer, list),
    listFilters(db),
    listSavedViews(db, viewer),
  ])
  // What was saved is closed.
  const id = form?.form === 'quick' && form.done ? null : readQuick(query)
  const quick = id === null ? undefined : await getQuick(db, viewer, id, now)
  return <ArticlesPage {...{ frame, list, articles, more, filters, views, quick }} state={form} />
}
