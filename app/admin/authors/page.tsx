import { AuthorsPage } from '@/components/admin/authors/authors-page'
import { ForbiddenPage } from '@/components/admin/forbidden-page'
import { admit } from '@/lib/auth/newsroom-start'
import { listAuthorLines } from '@/lib/authors/admin-queries'
import { readTagList } from '@/lib/taxonomy/tag-list'

export const dynamic = 'force-dynamic'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const page = await admit('authors.edit')
  if (!page) return null
  if ('forbidden' in page) return <ForbiddenPage frame={page.forbidden.frame} />
  const { db, frame, session, form } = page
  const list = readTagList(await searchParams)
  return <AuthorsPage frame={frame} list={list} {...(await listAuthorLines(db, session.viewer, list))} state={form} />
}
