import { ForbiddenPage } from '@/components/admin/forbidden-page'
import { LibraryPage } from '@/components/admin/media/library-page'
import { admit } from '@/lib/auth/newsroom-start'
import { getLibrary } from '@/lib/media/admin-queries'
import { readLibraryList } from '@/lib/media/library-list'

export const dynamic = 'force-dynamic'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const page = await admit('media.read')
  if (!page) return null
  if ('forbidden' in page) return <ForbiddenPage frame={page.forbidden.frame} />
  const { db, frame, session, now, form } = page
  const list = readLibraryList(await searchParams)
  return <LibraryPage frame={frame} list={list} {...(await getLibrary(db, session.viewer, list, now))} state={form} />
}
