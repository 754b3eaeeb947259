import { ForbiddenPage } from '@/components/admin/forbidden-page'
import { LibraryPage } from '@/components/admin/media/library-page'
import { MediaPage } from '@/components/admin/media/media-page'
import { MissingPage } from '@/components/admin/missing-page'
import { answerWith } from '@/lib/answer-with'
import { admit } from '@/lib/auth/newsroom-start'
import { getLibrary, getMedia } from '@/lib/media/admin-queries'
import { readLibraryList } from '@/lib/media/library-list'

export const dynamic = 'force-dynamic'

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const page = await admit('media.read')
  if (!page) return null
  if ('forbidden' in page) return <ForbiddenPage frame={page.forbidden.frame} />
  const { db, frame, session, now, form } = page
  const { id } = await params
  const media = /^[1-9]\d{0,8}$/.test(id) ? await getMedia(db, session.viewer, Number(id)) : null
  if (media) return <MediaPage frame={frame} media={media} state={form} />
  if (form) {
    // It has just been deleted from here.
    const list = readLibraryList({})
    return <LibraryPage frame={frame} list={list} {...(await getLibrary(db, session.viewer, list, now))} state={form} />
  }
  answerWith(404)
  return <MissingPage frame={frame} />
}
