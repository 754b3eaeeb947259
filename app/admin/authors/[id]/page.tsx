import { AuthorPage } from '@/components/admin/authors/author-page'
import { AuthorsPage } from '@/components/admin/authors/authors-page'
import { ForbiddenPage } from '@/components/admin/forbidden-page'
import { MissingPage } from '@/components/admin/missing-page'
import { answerWith } from '@/lib/answer-with'
import { admit } from '@/lib/auth/newsroom-start'
import { getAuthorLine, listAuthorLines, listFreeAccounts } from '@/lib/authors/admin-queries'

export const dynamic = 'force-dynamic'

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const page = await admit('authors.edit')
  if (!page) return null
  if ('forbidden' in page) return <ForbiddenPage frame={page.forbidden.frame} />
  const { db, frame, session, form } = page
  const { viewer } = session
  const { id } = await params
  const author = /^[1-9]\d{0,8}$/.test(id) ? await getAuthorLine(db, viewer, Number(id)) : null
  if (author) {
    return <AuthorPage frame={frame} author={author} accounts={await listFreeAccounts(db, viewer)} state={form} />
  }
  // It has just been merged or deleted from here.
  if (form) {
    const list = { words: '', page: 1 }
    return <AuthorsPage frame={frame} list={list} {...(await listAuthorLines(db, viewer, list))} state={form} />
  }
  answerWith(404)
  return <MissingPage frame={frame} />
}
