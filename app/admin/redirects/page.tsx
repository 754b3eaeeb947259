import { ForbiddenPage } from '@/components/admin/forbidden-page'
import { RedirectsPage } from '@/components/admin/redirects/redirects-page'
import { admit } from '@/lib/auth/newsroom-start'
import { listRedirectLines } from '@/lib/redirects/admin-queries'
import { readRedirectList } from '@/lib/redirects/list-view'

export const dynamic = 'force-dynamic'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const page = await admit('redirects.edit')
  if (!page) return null
  if ('forbidden' in page) return <ForbiddenPage frame={page.forbidden.frame} />
  const { db, frame, session, form } = page
  const list = readRedirectList(await searchParams)
  return (
    <RedirectsPage frame={frame} list={list} {...(await listRedirectLines(db, session.viewer, list))} state={form} />
  )
}
