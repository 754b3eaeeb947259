import { ForbiddenPage } from '@/components/admin/forbidden-page'
import { MissingPage } from '@/components/admin/missing-page'
import { RedirectPage } from '@/components/admin/redirects/redirect-page'
import { RedirectsPage } from '@/components/admin/redirects/redirects-page'
import { answerWith } from '@/lib/answer-with'
import { admit } from '@/lib/auth/newsroom-start'
import { getRedirectLine, listRedirectLines } from '@/lib/redirects/admin-queries'
import { readRedirectList } from '@/lib/redirects/list-view'

export const dynamic = 'force-dynamic'

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const page = await admit('redirects.edit')
  if (!page) return null
  if ('forbidden' in page) return <ForbiddenPage frame={page.forbidden.frame} />
  const { db, frame, session, form } = page
  const { id } = await params
  const line = /^[1-9]\d{0,8}$/.test(id) ? await getRedirectLine(db, session.viewer, Number(id)) : null
  if (line) return <RedirectPage frame={frame} line={line} state={form} />
  if (form) {
    // It has just been removed from here.
    const list = readRedirectList({})
    return (
      <RedirectsPage frame={frame} list={list} {...(await listRedirectLines(db, session.viewer, list))} state={form} />
    )
  }
  answerWith(404)
  return <MissingPage frame={frame} />
}
