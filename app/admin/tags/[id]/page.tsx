import { ForbiddenPage } from '@/components/admin/forbidden-page'
import { MissingPage } from '@/components/admin/missing-page'
import { TagPage } from '@/components/admin/taxonomy/tag-page'
import { TagsPage } from '@/components/admin/taxonomy/tags-page'
import { answerWith } from '@/lib/answer-with'
import { admit } from '@/lib/auth/newsroom-start'
import { getTagLine, listTagLines } from '@/lib/taxonomy/admin-queries'
import { readTagList } from '@/lib/taxonomy/tag-list'

export const dynamic = 'force-dynamic'

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const page = await admit('taxonomy.edit')
  if (!page) return null
  if ('forbidden' in page) return <ForbiddenPage frame={page.forbidden.frame} />
  const { db, frame, session, form } = page
  const { id } = await params
  const tag = /^[1-9]\d{0,8}$/.test(id) ? await getTagLine(db, session.viewer, Number(id)) : null
  if (tag) return <TagPage frame={frame} tag={tag} state={form} />
  if (form) {
    // It has just been merged or deleted from here.
    const list = readTagList({})
    return <TagsPage frame={frame} list={list} {...(await listTagLines(db, session.viewer, list))} state={form} />
  }
  answerWith(404)
  return <MissingPage frame={frame} />
}
