import { ForbiddenPage } from '@/components/admin/forbidden-page'
import { TagsPage } from '@/components/admin/taxonomy/tags-page'
import { admit } from '@/lib/auth/newsroom-start'
import { listTagLines } from '@/lib/taxonomy/admin-queries'
import { readTagList } from '@/lib/taxonomy/tag-list'

export const dynamic = 'force-dynamic'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const page = await admit('taxonomy.edit')
  if (!page) return null
  if ('forbidden' in page) return <ForbiddenPage frame={page.forbidden.frame} />
  const { db, frame, session, form } = page
  const list = readTagList(await searchParams)
  return <TagsPage frame={frame} list={list} {...(await listTagLines(db, session.viewer, list))} state={form} />
}
